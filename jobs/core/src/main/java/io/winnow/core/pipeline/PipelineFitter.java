package io.winnow.core.pipeline;

import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.manifest.Warning;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.split.TrainRows;
import io.winnow.core.step.encode.FittedEncode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

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
   * @throws io.winnow.core.failure.WinnowException when a column has nothing to learn from
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
        ImputeFitter.fit(config.impute(), inside, features(true), features(false));
    TrainRows filled =
        inside.after(new ImputeStep(train.layout(), imputes.numbers(), imputes.categories()));
    Map<String, FittedScale> scales =
        ScaleFitter.fit(config.scale(), filled, features(true), warnings);
    FittedLabel label = LabelFitter.fit(config.label(), classes, inside);

    Map<String, FittedColumn> columns = new TreeMap<>();
    for (String name : features(true)) {
      columns.put(
          name,
          new FittedColumn.Numeric(
              fences.get(name),
              Objects.requireNonNull(imputes.numbers().get(name)),
              Objects.requireNonNull(scales.get(name))));
    }
    for (String name : features(false)) {
      FittedCategoryImpute fill = imputes.categories().get(name);
      FittedEncode encode =
          FittedEncode.of(
              config.encode(), Objects.requireNonNull(imputes.vocabularies().get(name)), fill);
      columns.put(name, new FittedColumn.Categorical(fill, encode));
    }
    return new FittedPipeline(
        FittedPipeline.SCHEMA_VERSION,
        config.pipeline(),
        loaded.table(),
        label,
        config.outlier().deleteFrom(),
        columns,
        vector(columns));
  }

  private List<String> features(boolean numeric) {
    return loaded.table().columns().stream()
        .filter(column -> column.role() == Role.FEATURE && column.isNumeric() == numeric)
        .map(ColumnSchema::name)
        .toList();
  }

  private List<FittedFeature> vector(Map<String, FittedColumn> columns) {
    List<FittedFeature> features = new ArrayList<>();
    for (String name : loaded.table().names()) {
      FittedColumn column = columns.get(name);
      if (column instanceof FittedColumn.Numeric) {
        features.add(new FittedFeature(name, name));
      } else if (column instanceof FittedColumn.Categorical categorical) {
        for (String slot : categorical.encode().slots()) {
          features.add(new FittedFeature(name + "=" + slot, name));
        }
      }
    }
    return features;
  }
}
