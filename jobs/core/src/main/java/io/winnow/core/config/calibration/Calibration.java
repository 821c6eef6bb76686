package io.winnow.core.config.calibration;

import java.util.List;
import java.util.Map;

/**
 * By how much a process that trains exceeds the arrays that are counted, fitted to measurements. It
 * is written by {@code scripts/calibrate} and described by {@code schemas/calibration.schema.json}.
 *
 * @param backend that was measured, such as {@code cpu}
 * @param createdAt date of the measurement, {@code 2026-11-23}
 * @param versions by name
 * @param margin share that is added to a prediction before it is held against a limit
 * @param marginBytes added instead where that is more: what one process differs from another by
 *     does not shrink with the network
 * @param networks every one that was measured
 */
public record Calibration(
    int schemaVersion,
    String backend,
    String createdAt,
    Machine machine,
    Map<String, String> versions,
    Protocol protocol,
    Coefficients coefficients,
    double margin,
    long marginBytes,
    Errors calibrated,
    Errors heldOut,
    List<MeasuredNetwork> networks) {
  /** Version of the file's form. */
  public static final int SCHEMA_VERSION = 1;

  /** The machine that was measured on. */
  public record Machine(String processor, int cores, String system) {}

  /**
   * How it was measured.
   *
   * @param runs processes for each network, at least; their median counts
   * @param passes minibatches of each process
   * @param periodMilliseconds between two looks at the resident memory
   * @param environment of the processes
   * @param options of their JVM
   */
  public record Protocol(
      int runs,
      int passes,
      int periodMilliseconds,
      Map<String, String> environment,
      List<String> options) {}

  /**
   * What is added to the arrays: {@code processBytes + smallArrays * s + loopBytes + loopStepBytes
   * * t + samediffBytes}; {@code loopBytes} where there is a recurrent loop, {@code samediffBytes}
   * where a layer is run by SameDiff.
   *
   * @param processBytes of compiled code, metadata and libraries
   * @param smallArrays share of the small arrays s that stays with the process
   * @param loopBytes of the compiler, which a recurrent loop keeps busy however short it is
   * @param loopStepBytes of each step t of recurrent loops in a pass: objects that the Java heap
   *     has not given up yet
   * @param samediffBytes of the engine behind attention layers
   */
  public record Coefficients(
      long processBytes,
      double smallArrays,
      long loopBytes,
      long loopStepBytes,
      long samediffBytes) {}

  /**
   * How far predictions are off, as shares of what was measured.
   *
   * @param mean of their sizes
   * @param worst of their sizes
   * @param underestimated share of the networks that need more than predicted with the margin
   */
  public record Errors(int networks, double mean, double worst, double underestimated) {}

  /**
   * One network.
   *
   * @param role {@code calibration} or {@code heldOut}
   * @param batch examples of a minibatch
   * @param measuredBytes median of the runs
   * @param runs growth of each process in bytes
   * @param predictedBytes without the margin
   * @param error prediction over measurement, less 1
   */
  public record MeasuredNetwork(
      String name,
      String role,
      int batch,
      long measuredBytes,
      List<Long> runs,
      long predictedBytes,
      double error) {}

  /** A prediction with the margin, in bytes. */
  public long withMargin(long bytes) {
    return withMargin(bytes, margin, marginBytes);
  }

  /**
   * A prediction with a margin: {@code bytes + max(ceil(bytes * margin), marginBytes)}.
   *
   * @param bytes predicted
   * @param margin share of the prediction
   * @param marginBytes added instead where that is more
   */
  public static long withMargin(long bytes, double margin, long marginBytes) {
    return bytes + Math.max((long) Math.ceil(bytes * margin), marginBytes);
  }
}
