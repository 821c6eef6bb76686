package io.winnow.network.plan;

import io.winnow.core.config.gpu.ComputeCapability;
import io.winnow.network.estimate.Basis;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.EstimateModel;
import io.winnow.network.estimate.MemorySize;
import io.winnow.network.estimate.MemoryTerm;
import java.util.List;

/** A worker of round figures, to be planned on paper. */
final class HandComputed {
  static final long MIB = 1 << 20;

  /** A T4: 16 GiB less the sixteenth that error correction takes. */
  static final Device T4 =
      new Device(
          Device.Kind.GPU,
          "T4",
          15_360 * MIB,
          ComputeCapability.of("7.5"),
          Device.Source.CATALOGUE);

  private HandComputed() {}

  /** 1,000 MiB: 300 of parameters and updater state, 500 of workspaces. */
  static Replica worker() {
    List<MemoryTerm> terms =
        List.of(
            term("parameters", 100),
            term("gradient", 100),
            term("updaterState", 200),
            term("WS_ALL_LAYERS_ACT", 400),
            term("WS_LAYER_WORKING_MEM", 100),
            term("minibatch", 100));
    MemorySize training = new MemorySize(250 * MIB, 1_000 * MIB);
    return new Replica(
        new Estimate(
            1,
            EstimateModel.DL4J,
            64,
            DataType.FLOAT32,
            List.of(),
            new Estimate.Total(new MemorySize(50 * MIB, 200 * MIB), training, training),
            new Estimate.Terms(terms, List.of()),
            null,
            null,
            List.of()));
  }

  private static MemoryTerm term(String name, long mebibytes) {
    return new MemoryTerm(name, mebibytes * MIB, Basis.FORMULA);
  }
}
