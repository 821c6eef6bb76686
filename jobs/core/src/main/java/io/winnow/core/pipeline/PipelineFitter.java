package io.winnow.core.pipeline;

import io.winnow.core.config.FeatureLimit;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.split.TrainRows;
import io.winnow.core.step.encode.EncodeFitter;
import io.winnow.core.step.encode.MissingSlot;
import io.winnow.core.step.impute.CategoryState;
import io.winnow.core.step.impute.FittedCategoryImpute;
import io.winnow.core.step.impute.FittedImputes;
import io.winnow.core.step.impute.ImputeFitter;
import io.winnow.core.step.impute.ImputeStep;
import io.winnow.core.step.outlier.FittedOutlier;
import io.winnow.core.step.outlier.OutlierFitter;
import io.winnow.core.step.outlier.OutlierStep;
import io.winnow.core.step.outlier.OutlierStep.Deletion;
import io.winnow.core.step.scale.FittedScale;
import io.winnow.core.step.scale.ScaleFitter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Learns a pipeline from train rows, in an order that leaks nothing and lets no step see what a
 * later one makes up: fences on observed values; then, without deleted rows and with clipped
 * values, what fills missing cells and which categories there are; then scales on filled values.
 */
public final class PipelineFitter {
  private final LoadedConfig loaded;
  private final TrainRows train;
  private final List<Warning> warnings;

  private PipelineFitter(LoadedConfig loaded, TrainRows train, List<Warning> warnings) {
    this.loaded = loaded;
    this.train = train;
    this.warnings = warnings;
  }

  /**
   * Fits every step.
   *
   * @param classes of a classification, empty for a regression
   * @param warnings added to
   * @throws WinnowException when a column has nothing to learn from, or there are too many features
   */
  public static FittedPipeline fit(
      LoadedConfig loaded, List<String> classes, TrainRows train, List<Warning> warnings) {
    return new PipelineFitter(loaded, train, warnings).fit(classes);
  }

  private FittedPipeline fit(List<String> classes) {
    PipelineConfig config = loaded.pipeline();
    Map<String, FittedOutlier> fences = OutlierFitter.fit(config.outlier(), train, warnings);
    TrainRows inside = train.after(new OutlierStep(train.layout(), fences, Deletion.ON));
    FittedImputes imputes =
        ImputeFitter.fit(config.impute(), inside, features(true), features(false), warnings);
    Map<String, FittedColumn> columns = categorical(imputes);
    checkWidth(columns, imputes);
    TrainRows filled =
        inside.after(
            new ImputeStep(train.layout(), imputes.numbersToMeasure(), imputes.categories()));
    Map<String, FittedScale> scales =
        ScaleFitter.fit(config.scale(), filled, features(true), warnings);
    FittedLabel label = LabelFitter.fit(config.label(), classes, filled);
    for (String name : features(true)) {
      columns.put(
          name,
          new FittedColumn.Numeric(
              fences.get(name),
              Objects.requireNonNull(imputes.numbers().get(name)),
              Objects.requireNonNull(scales.get(name)),
              indicator(name, imputes)));
    }
    return new FittedPipeline(
        FittedPipeline.SCHEMA_VERSION,
        config.pipeline(),
        loaded.table(),
        label,
        config.outlier().deleteFrom(),
        columns,
        FeatureVector.of(loaded.table().names(), columns));
  }

  private Map<String, FittedColumn> categorical(FittedImputes imputes) {
    Map<String, FittedColumn> columns = new TreeMap<>();
    for (String name : features(false)) {
      FittedCategoryImpute fill = imputes.categories().get(name);
      CategoryState cells = Objects.requireNonNull(imputes.vocabularies().get(name));
      columns.put(
          name,
          new FittedColumn.Categorical(
              fill,
              EncodeFitter.fit(loaded.pipeline().encode(), name, cells, fill),
              indicator(name, imputes)));
    }
    return columns;
  }

  private static @Nullable MissingSlot indicator(String name, FittedImputes imputes) {
    return imputes.indicators().contains(name) ? MissingSlot.LAST : null;
  }

  /** As soon as the vocabularies are known. */
  private void checkWidth(Map<String, FittedColumn> categorical, FittedImputes imputes) {
    Map<String, Long> widths = FeatureVector.widths(categorical);
    features(true).forEach(name -> widths.put(name, imputes.indicators().contains(name) ? 2L : 1L));
    FeatureLimit.exceeded(loaded.pipeline().output(), widths)
        .ifPresent(
            problem -> {
              throw WinnowException.data(problem);
            });
  }

  private List<String> features(boolean numeric) {
    return loaded.table().columns().stream()
        .filter(column -> column.role() == Role.FEATURE && column.isNumeric() == numeric)
        .map(ColumnSchema::name)
        .toList();
  }
}
