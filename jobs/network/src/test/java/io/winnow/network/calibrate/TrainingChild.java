package io.winnow.network.calibrate;

import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;

/** Trains one network at one batch in a process of its own, below the limit that JavaCPP has. */
public final class TrainingChild {
  private TrainingChild() {}

  /**
   * Ends normally when training did.
   *
   * @param arguments name of the network and the batch; or the name alone, to print the bytes that
   *     are resident before the network is made
   */
  public static void main(String[] arguments) {
    // In the order of Growth, whose measurements the prediction rests on.
    Subject subject = Subjects.named(arguments[0], Path.of("../../conf/networks"));
    TrainedNetwork.of(FittedNetworks.warmUp()).fit();
    System.gc();
    if (arguments.length == 1) {
      System.out.print(Pointer.physicalBytes());
      return;
    }
    TrainedNetwork network =
        TrainedNetwork.of(
            new Subject(
                subject.name(), subject.role(), Integer.parseInt(arguments[1]), subject.network()));
    for (int i = 0; i < Growth.PASSES; i++) {
      network.fit();
    }
  }
}
