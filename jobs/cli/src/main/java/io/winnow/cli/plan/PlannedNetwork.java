package io.winnow.cli.plan;

import io.winnow.cli.job.EstimateSource;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.step.pca.PcaConfig;
import io.winnow.network.build.LayerShape;
import io.winnow.network.estimate.Phase;
import io.winnow.network.model.ArchitectureFactory;
import io.winnow.network.plan.WorkerFit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The network over the least width that the prepared data can have: one feature for each number,
 * the declared principal components in place of theirs, one slot for each category column. How many
 * slots there really are, only the data tells.
 */
final class PlannedNetwork {
  private static final int LEAST_CLASSES = 2;

  private PlannedNetwork() {}

  static String of(LoadedConfig loaded, NetworkConfig network) {
    PipelineConfig config = loaded.pipeline();
    int categories = features(loaded.table(), Kind.CATEGORY);
    int width = width(loaded, network, least(loaded));
    // Deeplearning4j's JSON has all its sizes, which only the data can be compared with.
    if (network.deeplearning4j() == null) {
      new ArchitectureFactory(network, config.training())
          .architecture(width, label(config, loaded.table()));
    }
    requireFit(loaded, network);
    return "%sover %d numbers%s\n%s"
        .formatted(
            config.select() != null ? "before selection, " : isOpen(loaded) ? "at least, " : "",
            numbers(loaded),
            categories == 0
                ? ""
                : " and %d categories, whose slots are counted once the data is prepared"
                    .formatted(categories),
            source(loaded, network, width).usual().table(Phase.TRAINING));
  }

  /**
   * Refuses a batch that does not fit even over the least width.
   *
   * @throws io.winnow.core.failure.WinnowException that names the largest batch that does
   */
  static void requireFit(LoadedConfig loaded, NetworkConfig network) {
    Long limit = loaded.pipeline().memory().perWorkerBytes();
    if (limit != null) {
      // How few features a selection leaves, only the data tells.
      int least = loaded.pipeline().select() == null ? least(loaded) : 1;
      int width = width(loaded, network, least);
      new WorkerFit(source(loaded, network, width).declared().model(), limit)
          .require(loaded.pipeline().training().batch());
    }
  }

  private static EstimateSource source(LoadedConfig loaded, NetworkConfig network, int width) {
    PipelineConfig config = loaded.pipeline();
    return new EstimateSource(
        network,
        width,
        label(config, loaded.table()).outputs(),
        config.training().batch(),
        config.training().updater());
  }

  /** Until the data tells the width, a declared input may have more, or fewer of a selection. */
  private static int width(LoadedConfig loaded, NetworkConfig network, int least) {
    if (!isOpen(loaded) || network.input() == null) {
      return least;
    }
    int declared = Math.toIntExact(LayerShape.of(network.input(), least).elements());
    return loaded.pipeline().select() == null ? Math.max(least, declared) : declared;
  }

  private static int least(LoadedConfig loaded) {
    return numbers(loaded) + features(loaded.table(), Kind.CATEGORY);
  }

  /** With principal components in place of what they are made of. */
  private static int numbers(LoadedConfig loaded) {
    int numbers = features(loaded.table(), Kind.NUMBER);
    PcaConfig pca = loaded.pipeline().pca();
    if (pca == null) {
      return numbers;
    }
    List<String> columns = pca.columns();
    Integer components = pca.components();
    return numbers
        - (columns == null ? numbers : columns.size())
        + (components == null ? 1 : components);
  }

  /** Whether only the data tells how many slots, components or selected features there are. */
  private static boolean isOpen(LoadedConfig loaded) {
    PcaConfig pca = loaded.pipeline().pca();
    return features(loaded.table(), Kind.CATEGORY) > 0
        || loaded.pipeline().select() != null
        || (pca != null && pca.components() == null);
  }

  private enum Kind {
    NUMBER,
    CATEGORY
  }

  private static int features(TableSchema table, Kind kind) {
    return (int)
        table.columns().stream()
            .filter(column -> column.role() == Role.FEATURE)
            .filter(column -> column.isNumeric() == (kind == Kind.NUMBER))
            .count();
  }

  private static FittedLabel label(PipelineConfig config, TableSchema table) {
    ColumnSchema column = table.column(config.label().column()).orElseThrow();
    if (column.isNumeric()) {
      return new FittedLabel(column.name(), Task.REGRESSION, null, List.of(), 0, 1);
    }
    return new FittedLabel(column.name(), Task.CLASSIFICATION, null, classes(config, column), 0, 1);
  }

  /** The classes as far as they are declared, else as many as there must be. */
  private static List<String> classes(PipelineConfig config, ColumnSchema column) {
    List<String> declared = config.label().classes();
    if (declared == null && config.label().map() != null) {
      declared = config.label().map().values().stream().distinct().sorted().toList();
    }
    if (declared == null) {
      declared = column.allowed();
    }
    return declared == null
        ? IntStream.range(0, LEAST_CLASSES).mapToObj(i -> "class " + (i + 1)).toList()
        : declared;
  }
}
