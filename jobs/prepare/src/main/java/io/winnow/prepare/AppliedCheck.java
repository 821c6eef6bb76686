package io.winnow.prepare;

import io.winnow.core.config.Json;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.config.SplitStrategy;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.FeatureReport;
import io.winnow.core.manifest.FeatureReport.Component;
import io.winnow.core.manifest.FeatureReport.Unselected;
import io.winnow.core.manifest.MoveReport;
import io.winnow.core.manifest.RecoverReport;
import io.winnow.core.manifest.SplitReport;
import io.winnow.core.manifest.Warning;
import io.winnow.core.pipeline.ApplyState;
import io.winnow.core.pipeline.ApplyState.SplitCount;
import io.winnow.core.pipeline.FittedColumn;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.split.Split;
import io.winnow.core.split.SplitAssignment;
import io.winnow.core.step.encode.Unseen;
import io.winnow.core.step.pca.FittedPca;
import io.winnow.core.step.select.FittedSelection;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Judges and reports what a fitted pipeline does to the table, before anything is written. */
final class AppliedCheck {
  private final PipelineConfig config;
  private final List<Warning> warnings;

  AppliedCheck(PipelineConfig config, List<Warning> warnings) {
    this.config = config;
    this.warnings = warnings;
  }

  void check(ApplyState applied, List<String> classes) {
    SplitCount train = applied.of(Split.TRAIN);
    if (train.rows() == 0) {
      throw WinnowException.data(
          "split.%s: train has no rows; check split.ratios, split.column, outlier.columns and impute strategy dropRow"
              .formatted(config.split().strategy().name().toLowerCase(Locale.ROOT)));
    }
    long deleted = train.outliers();
    double share = (double) deleted / train.assigned();
    if (share > config.outlier().maxDeletedShare()) {
      throw WinnowException.data(
          "outlier.columns: %d of %d train rows (%.4f) would be deleted, more than outlier.maxDeletedShare=%s; by column: %s; clip instead, or raise k"
              .formatted(
                  deleted,
                  train.assigned(),
                  share,
                  config.outlier().maxDeletedShare(),
                  applied.effects().cells(Effect.OUTLIER)));
    }
    checkUnseen(applied.effects());
    for (Split split : Split.values()) {
      checkClasses(split, applied.of(split), classes);
    }
  }

  private void checkClasses(Split split, SplitCount count, List<String> classes) {
    List<String> absent =
        classes.stream().filter(name -> count.classes().count(name) == 0).toList();
    if (count.rows() > 0 && !absent.isEmpty()) {
      warnings.add(
          new Warning(
              "CLASS_ABSENT",
              "%s has no row of class %s".formatted(split.key(), String.join(", ", absent))));
    }
  }

  /** A category that train does not have, where the configuration wants none. */
  private void checkUnseen(CellEffects effects) {
    SortedMap<String, Long> unseen = effects.cells(Effect.UNSEEN);
    if (config.encode().unseen() == Unseen.FAIL && !unseen.isEmpty()) {
      String column = unseen.firstKey();
      String example = effects.unseenExamples().get(column);
      throw WinnowException.data(
          "column '%s': %d cells hold a category that does not occur in train, such as %s%s; set encode.unseen=zeros to let them pass"
              .formatted(
                  column,
                  unseen.get(column),
                  example == null ? "a missing one" : "'" + example + "'",
                  unseen.size() == 1
                      ? ""
                      : "; also in columns "
                          + String.join(", ", unseen.tailMap(column + "\0").keySet())));
    }
  }

  static long assigned(ApplyState applied) {
    return sum(applied, SplitCount::assigned);
  }

  static long outliers(ApplyState applied) {
    return sum(applied, SplitCount::outliers);
  }

  static long dropped(ApplyState applied) {
    return sum(applied, SplitCount::dropped);
  }

  static long prepared(ApplyState applied) {
    return sum(applied, SplitCount::rows);
  }

  static SplitReport splitReport(
      SplitStrategy strategy,
      SplitAssignment splits,
      ApplyState applied,
      @Nullable MoveReport moves) {
    Map<String, Long> assigned = new LinkedHashMap<>();
    Map<String, Long> rows = new LinkedHashMap<>();
    Map<String, Map<String, Long>> classes = new LinkedHashMap<>();
    for (Split split : Split.values()) {
      SplitCount count = applied.of(split);
      assigned.put(split.key(), count.assigned());
      rows.put(split.key(), count.rows());
      classes.put(split.key(), count.classes().counts());
    }
    Map<String, Long> deviation = new LinkedHashMap<>();
    splits
        .quotas(assigned(applied))
        .forEach(
            (split, quota) -> deviation.put(split.key(), applied.of(split).assigned() - quota));
    return new SplitReport(
        strategy.name().toLowerCase(Locale.ROOT), assigned, rows, classes, deviation, moves);
  }

  static FeatureReport featureReport(
      FittedPipeline pipeline, ApplyState applied, @Nullable RecoverReport recovered) {
    return new FeatureReport(
        pipeline.width(),
        applied.effects().cells(Effect.IMPUTED),
        applied.effects().cells(Effect.CLIPPED),
        applied.effects().cells(Effect.OUTLIER),
        applied.effects().cells(Effect.REPLACED),
        applied.effects().cells(Effect.SET_MISSING),
        rules(pipeline),
        applied.effects().cells(Effect.DROPPED),
        applied.effects().cells(Effect.RARE),
        applied.effects().cells(Effect.UNSEEN),
        recovered,
        unselected(pipeline),
        components(pipeline));
  }

  private static List<Unselected> unselected(FittedPipeline pipeline) {
    FittedSelection selection = pipeline.selection();
    return selection == null
        ? List.of()
        : selection.dropped().stream()
            .map(
                dropped ->
                    new Unselected(
                        dropped.feature(), dropped.rule().key(), dropped.value(), dropped.with()))
            .toList();
  }

  private static @Nullable List<Component> components(FittedPipeline pipeline) {
    FittedPca pca = pipeline.pca();
    return pca == null
        ? null
        : pca.components().stream()
            .map(found -> new Component(found.feature(), found.explainedVarianceRatio()))
            .toList();
  }

  private static Map<String, String> rules(FittedPipeline pipeline) {
    Map<String, String> rules = new TreeMap<>();
    pipeline
        .columns()
        .forEach(
            (name, column) -> {
              if (column instanceof FittedColumn.Numeric numeric && numeric.outlier() != null) {
                rules.put(name, Json.MAPPER.valueToTree(numeric.outlier().rule()).asText());
              }
            });
    return rules;
  }

  private static long sum(ApplyState applied, ToLongFunction<SplitCount> rows) {
    return Arrays.stream(Split.values()).map(applied::of).mapToLong(rows).sum();
  }
}
