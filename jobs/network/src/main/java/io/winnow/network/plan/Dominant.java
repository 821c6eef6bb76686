package io.winnow.network.plan;

import io.winnow.network.estimate.LayerEstimate;
import io.winnow.network.estimate.MemoryTerm;
import java.util.Comparator;

/**
 * What most of a worker's memory is for.
 *
 * @param layerShare of the layers' memory
 * @param term of the total that is largest
 */
public record Dominant(String layer, double layerShare, String term, long termBytes) {
  static Dominant of(Replica replica) {
    LayerEstimate layer =
        replica.estimate().layers().stream()
            .max(Comparator.comparingDouble(Dominant::share))
            .orElseThrow();
    MemoryTerm term =
        replica.terms().stream().max(Comparator.comparingLong(MemoryTerm::bytes)).orElseThrow();
    return new Dominant(layer.name(), share(layer), term.name(), term.bytes());
  }

  private static double share(LayerEstimate layer) {
    Double share = layer.trainingShare();
    return share == null ? 0 : share;
  }
}
