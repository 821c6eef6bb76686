package io.winnow.network.estimate;

import io.winnow.core.config.calibration.Calibration;
import java.util.List;

/**
 * By how much a process grows that trains one replica, from measurements of other networks. Memory
 * that workspaces hold in reserve is not written to, and so not counted.
 *
 * @param bytes of the arrays and of what a process takes beside them
 * @param withMargin the same with the calibration's margin, to be held against a limit
 * @param garbagePerPass bytes that every further pass adds until the Java heap is collected
 * @param terms of it
 * @param backend that was measured
 * @param measuredOn date of the measurement
 * @param processor that it ran on
 * @param meanError of predictions for networks that were not used for the calibration
 * @param worstError of the same
 */
public record ProcessEstimate(
    long bytes,
    long withMargin,
    long garbagePerPass,
    List<MemoryTerm> terms,
    String backend,
    String measuredOn,
    String processor,
    double meanError,
    double worstError) {
  static ProcessEstimate of(Calibration calibration, ProcessFeatures features) {
    long arrays = features.arrayBytes(1);
    long beside = features.besideArrays(calibration.coefficients());
    long bytes = Math.addExact(arrays, beside);
    return new ProcessEstimate(
        bytes,
        calibration.withMargin(bytes),
        features.detachedBytes(),
        List.of(
            new MemoryTerm("arraysWrittenTo", arrays, Basis.FORMULA),
            new MemoryTerm("besideArrays", beside, Basis.CALIBRATED)),
        calibration.backend(),
        calibration.createdAt(),
        calibration.machine().processor(),
        calibration.heldOut().mean(),
        calibration.heldOut().worst());
  }
}
