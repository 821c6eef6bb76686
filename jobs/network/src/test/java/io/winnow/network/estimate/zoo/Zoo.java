package io.winnow.network.estimate.zoo;

import java.util.List;
import java.util.stream.Stream;

/** All networks that are measured. */
public final class Zoo {
  private Zoo() {}

  /** The networks, in a fixed order. */
  public static List<ZooNetwork> networks() {
    return Stream.of(
            VectorLayers.networks(),
            ImageLayers.networks(),
            VolumeLayers.networks(),
            SequenceLayers.networks(),
            Graphs.networks())
        .flatMap(List::stream)
        .toList();
  }
}
