package io.winnow.network.plan;

import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.MemoryTerm;
import io.winnow.network.estimate.Phase;
import java.util.List;
import java.util.function.Predicate;

/** The memory of one worker's network in training, as a plan divides it. */
record Replica(Estimate estimate) {
  private static final String WORKSPACE = "WS_";

  long bytes() {
    return estimate.bytes(Phase.TRAINING);
  }

  List<MemoryTerm> terms() {
    return estimate.terms() == null ? List.of() : estimate.terms().training();
  }

  /** Workspaces: the CUDA backend mirrors each in pinned memory of the host. */
  long workspaces() {
    return sum(term -> term.name().startsWith(WORKSPACE));
  }

  long updaterState() {
    return sum(term -> term.name().equals("updaterState"));
  }

  /** Parameters and updater state: what a round sends to a worker and takes back. */
  long state() {
    return sum(term -> term.name().equals("parameters")) + updaterState();
  }

  long minibatch() {
    return sum(term -> term.name().equals("minibatch"));
  }

  private long sum(Predicate<MemoryTerm> which) {
    return terms().stream().filter(which).mapToLong(MemoryTerm::bytes).sum();
  }
}
