package io.winnow.cli.plan;

import io.winnow.cli.console.Choices;
import io.winnow.core.config.ExactDedup;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.step.pca.PcaConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The stages of a run, one a line, in their order. */
final class PlannedStages {
  private PlannedStages() {}

  static String of(PipelineConfig config) {
    List<String> stages = new ArrayList<>();
    if (!config.checks().isEmpty()) {
      stages.add("profile, %d checks".formatted(config.checks().size()));
    }
    stages.add("read, at most %s rejected".formatted(config.rejects().maxShare()));
    if (config.dedup().exact() == ExactDedup.ROW) {
      stages.add("remove exact duplicates");
    }
    stages.add(
        "read label '%s', %s rows without it"
            .formatted(config.label().column(), Choices.name(config.label().missing())));
    stages.add("split, then fit on train only:");
    stages.add("  outliers: " + outliers(config));
    stages.add(
        "  missing cells: numbers by %s, categories by %s%s"
            .formatted(
                Choices.name(config.impute().numeric()),
                Choices.name(config.impute().categorical()),
                exceptions(config)));
    stages.add(
        "  categories: %s, unseen %s"
            .formatted(
                Choices.name(config.encode().strategy()), Choices.name(config.encode().unseen())));
    stages.add("  numbers: scaled by " + Choices.name(config.scale().strategy()));
    if (config.pca() != null) {
      stages.add("  principal components: " + components(config.pca()));
    }
    stages.add(
        "apply to all, write Parquet (%s)".formatted(Choices.name(config.output().layout())));
    if (config.network() != null) {
      stages.add("size, train, save, load again and verify, test, hold against gates, publish");
    }
    return String.join("\n", stages);
  }

  private static String outliers(PipelineConfig config) {
    return config.outlier().columns().isEmpty()
        ? "none sought"
        : new TreeMap<>(config.outlier().columns())
            .entrySet().stream()
                .map(
                    column ->
                        "%s (%s %s, %s)"
                            .formatted(
                                column.getKey(),
                                Choices.name(column.getValue().rule()),
                                column.getValue().k(),
                                Choices.name(column.getValue().action())))
                .collect(Collectors.joining(", "));
  }

  private static String components(PcaConfig pca) {
    return pca.components() == null
        ? "more than %s of the variance".formatted(pca.variance())
        : String.valueOf(pca.components());
  }

  private static String exceptions(PipelineConfig config) {
    return new TreeMap<>(config.impute().columns())
        .entrySet().stream()
            .map(
                column ->
                    ", %s by %s"
                        .formatted(column.getKey(), Choices.name(column.getValue().strategy())))
            .collect(Collectors.joining());
  }
}
