package io.winnow.network.plan;

import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Dl4jEstimator;
import io.winnow.network.estimate.RunSetting;
import io.winnow.network.estimate.layer.Helpers;
import io.winnow.network.estimate.pass.NetworkModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What would help a plan that does not fit; each change is estimated on its own. */
final class Adviser {
  private static final int FEWEST_STEPS = 2;

  private final PlanRequest request;
  private final Capacity capacity;
  private final Replica replica;
  private final List<Advice> found = new ArrayList<>();

  /**
   * An adviser.
   *
   * @param replica that does not fit
   */
  Adviser(PlanRequest request, Capacity capacity, Replica replica) {
    this.request = request;
    this.capacity = capacity;
    this.replica = replica;
  }

  /**
   * Changes that help, those that suffice before those that do not, the largest saving first.
   *
   * @param largestBatch that fits with all workers, or 0
   */
  List<Advice> advice(int largestBatch) {
    if (largestBatch > 0) {
      propose("batch " + largestBatch, estimated(request.network(), largestBatch));
    }
    moreDevices();
    int batch = replica.estimate().batch();
    withoutState();
    if (request.setting().helpers() == Helpers.OFF) {
      RunSetting setting =
          new RunSetting(request.setting().workspaces(), request.setting().cache(), Helpers.ON);
      propose(
          "helpers on (%s)"
              .formatted(request.device().kind() == Device.Kind.GPU ? "cuDNN" : "oneDNN"),
          new Replica(
              new Dl4jEstimator(request.network(), setting).estimate(batch, request.type())));
    }
    shorterSequences(batch);
    if (request.type() != DataType.FLOAT16) {
      propose(
          "dtype float16",
          new Replica(
              new Dl4jEstimator(request.network(), request.setting())
                  .estimate(batch, DataType.FLOAT16)));
    }
    return found.stream()
        .sorted(
            Comparator.comparing(Advice::fits)
                .reversed()
                .thenComparing(Comparator.comparingLong(Advice::savedBytes).reversed())
                .thenComparing(Advice::change))
        .toList();
  }

  private void moreDevices() {
    long each = capacity.inOneJvm(replica);
    if (each == 0) {
      return;
    }
    long needed = (request.workers() + each - 1) / each;
    found.add(
        new Advice(
            "%d %s instead of %d"
                .formatted(
                    needed,
                    request.device().kind() == Device.Kind.GPU ? "GPUs" : "executors",
                    request.devices()),
            replica.bytes(),
            0,
            true));
  }

  /** Without an optimizer's state each parameter has its gradient alone. */
  private void withoutState() {
    long state = replica.updaterState();
    if (state > 0) {
      long perWorker =
          switch (request.device().kind()) {
            case GPU -> state;
            // The state also travels through the heap.
            case CPU -> 3 * state;
          };
      long room = capacity.usable() - capacity.context(replica);
      long worker = capacity.worker(replica) - perWorker;
      found.add(
          new Advice(
              "updater sgd",
              replica.bytes() - state,
              state,
              Math.max(0, room) / worker >= request.perDevice()));
    }
  }

  private void shorterSequences(int batch) {
    Replica shorter = replica;
    long steps = request.network().steps();
    while (steps / 2 >= FEWEST_STEPS && !capacity.fits(request.perDevice(), shorter)) {
      steps /= 2;
      shorter = estimated(request.network().truncatedTo(Math.toIntExact(steps)), batch);
    }
    propose("back-propagation truncated to %d steps".formatted(steps), shorter);
  }

  private Replica estimated(NetworkModel network, int batch) {
    return new Replica(
        new Dl4jEstimator(network, request.setting()).estimate(batch, request.type()));
  }

  private void propose(String change, Replica changed) {
    long saved = replica.bytes() - changed.bytes();
    if (saved > 0) {
      found.add(
          new Advice(change, changed.bytes(), saved, capacity.fits(request.perDevice(), changed)));
    }
  }
}
