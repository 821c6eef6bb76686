package io.winnow.network.plan;

import io.winnow.network.estimate.Dl4jEstimator;
import io.winnow.network.estimate.MemorySize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes plans. */
public final class WorkerPlanner {
  private final PlanRequest request;
  private final Capacity capacity;
  private final Dl4jEstimator estimator;
  private final Map<Integer, Replica> estimated = new HashMap<>();

  /** A planner for one request. */
  public WorkerPlanner(PlanRequest request) {
    this.request = request;
    this.capacity = new Capacity(request.device(), request.margin());
    this.estimator = new Dl4jEstimator(request.network(), request.setting());
  }

  /** The plan; where it does not fit, with advice. */
  public WorkerPlan plan() {
    int perDevice = request.perDevice();
    WorkerPlan.LargestBatch largest =
        new WorkerPlan.LargestBatch(largest(1), perDevice == 1 ? largest(1) : largest(perDevice));
    Integer wanted = request.batch();
    int batch = wanted == null ? Math.max(1, largest.perDevice()) : wanted;
    Replica replica = replica(batch);
    boolean fits = capacity.fits(perDevice, replica);
    return new WorkerPlan(
        WorkerPlan.SCHEMA_VERSION,
        fits,
        request.device(),
        request.devices(),
        request.margin(),
        capacity.usable(),
        capacity.context(replica),
        batch,
        request.type(),
        request.setting().helpers(),
        new WorkerPlan.Worker(
            replica.bytes(),
            capacity.worker(replica),
            replica.terms(),
            replica.estimate().process()),
        new WorkerPlan.Workers(
            request.workers(), perDevice, capacity.inOneJvm(replica), capacity.inOwnJvms(replica)),
        largest,
        HostMemory.of(capacity, perDevice, replica),
        Aggregation.of(perDevice * request.devices(), replica),
        Dominant.of(replica),
        fits ? List.of() : new Adviser(request, capacity, replica).advice(largest.perDevice()),
        warnings(replica, largest));
  }

  private int largest(int workers) {
    return BatchSearch.largest(batch -> capacity.fits(workers, replica(batch)));
  }

  private Replica replica(int batch) {
    return estimated.computeIfAbsent(
        batch, examples -> new Replica(estimator.estimate(examples, request.type())));
  }

  private List<String> warnings(Replica replica, WorkerPlan.LargestBatch largest) {
    List<String> warnings = new ArrayList<>(replica.estimate().warnings());
    if (largest.oneWorker() == BatchSearch.LIMIT) {
      warnings.add("no batch above %d was tried".formatted(BatchSearch.LIMIT));
    }
    if (!Aggregation.of(1, replica).oneArray()) {
      warnings.add(
          "parameters and updater state are %s, and engine rounds sends at most 2 GiB of them"
              .formatted(MemorySize.readable(replica.state())));
    }
    return List.copyOf(warnings);
  }
}
