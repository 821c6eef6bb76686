package io.winnow.core.pipeline;

import io.winnow.core.config.FeatureLimit;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.library.LibraryFits;
import io.winnow.core.manifest.RecoverReport;
import io.winnow.core.manifest.Warning;
import io.winnow.core.row.RowLayout;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.split.TrainRows;
import io.winnow.core.step.encode.EncodeFitter;
import io.winnow.core.step.encode.MissingSlot;
import io.winnow.core.step.impute.CategoryState;
import io.winnow.core.step.impute.FittedCategoryImpute;
import io.winnow.core.step.impute.FittedImputes;
import io.winnow.core.step.impute.ImputeConfig;
import io.winnow.core.step.impute.ImputeFitter;
import io.winnow.core.step.impute.ImputeStep;
import io.winnow.core.step.impute.knn.KnnFeatures;
import io.winnow.core.step.impute.knn.KnnFills;
import io.winnow.core.step.impute.knn.KnnFills.Filled;
import io.winnow.core.step.impute.knn.KnnFitter;
import io.winnow.core.step.impute.knn.KnnImputer;
import io.winnow.core.step.impute.recover.Recovery;
import io.winnow.core.step.impute.regression.FittedRegression;
import io.winnow.core.step.impute.regression.RegressionFeatures;
import io.winnow.core.step.impute.regression.RegressionFitter;
import io.winnow.core.step.impute.regression.RegressionStep;
import io.winnow.core.step.outlier.FittedOutlier;
import io.winnow.core.step.outlier.OutlierFitter;
import io.winnow.core.step.outlier.OutlierStep;
import io.winnow.core.step.outlier.OutlierStep.Deletion;
import io.winnow.core.step.pca.PcaConfig;
import io.winnow.core.step.pca.PcaFitter;
import io.winnow.core.step.scale.FittedScale;
import io.winnow.core.step.scale.ScaleFitter;
import io.winnow.core.step.select.FeatureSelector;
import io.winnow.core.step.select.SelectConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Learns a pipeline from train rows, in an order that leaks nothing and lets no step see what a
 * later one makes up: fences on observed values; then, without deleted rows and with clipped
 * values, what fills missing cells and which categories there are; then scales on filled values;
 * then, of finished features, which ones stay; then their principal components.
 */
public final class PipelineFitter {
  private final LoadedConfig loaded;
  private final TrainRows train;
  private final List<Warning> warnings;
  private final KnnFills fills;
  private final @Nullable LibraryFits library;

  private PipelineFitter(
      LoadedConfig loaded,
      TrainRows train,
      List<Warning> warnings,
      KnnFills fills,
      @Nullable LibraryFits library) {
    this.loaded = loaded;
    this.train = train;
    this.warnings = warnings;
    this.fills = fills;
    this.library = library;
  }

  /**
   * What was fitted.
   *
   * @param recovered how strategies of imputation compare; null when that was not asked for
   */
  public record Fit(FittedPipeline pipeline, @Nullable RecoverReport recovered) {}

  /**
   * Fits every step, without a library.
   *
   * @param classes of a classification, empty for a regression
   * @param warnings added to
   * @throws WinnowException when a column has nothing to learn from, or there are too many features
   */
  public static FittedPipeline fit(
      LoadedConfig loaded, List<String> classes, TrainRows train, List<Warning> warnings) {
    return fit(loaded, classes, train, warnings, KnnFills.ROW_BY_ROW, null).pipeline();
  }

  /**
   * Fits every step.
   *
   * @param fills where the fills of rows that neighbours fill are computed
   * @param library what fits regressions and principal components; null when there is none, so that
   *     these are refused and strategy auto goes without regression
   */
  public static Fit fit(
      LoadedConfig loaded,
      List<String> classes,
      TrainRows train,
      List<Warning> warnings,
      KnnFills fills,
      @Nullable LibraryFits library) {
    return new PipelineFitter(loaded, train, warnings, fills, library).fit(classes);
  }

  private Fit fit(List<String> classes) {
    PipelineConfig config = loaded.pipeline();
    Map<String, FittedOutlier> fences = OutlierFitter.fit(config.outlier(), train, warnings);
    TrainRows inside = train.after(new OutlierStep(train.layout(), fences, Deletion.ON));
    Recovery.Outcome recovered = recovered(inside);
    ImputeConfig impute = recovered.config();
    FittedImputes imputes =
        ImputeFitter.fit(impute, inside, features(true), features(false), warnings);
    Map<String, FittedColumn> columns = categorical(imputes);
    checkWidth(columns, imputes);
    KnnImputer imputer = neighbours(impute, inside, imputes);
    Filled source = source(fences, imputes, imputer);
    FittedRegression regression = regression(impute, inside, imputes);
    TrainRows filled = filled(fences, imputes, source, regression);
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
    FittedPipeline fitted =
        new FittedPipeline(
            FittedPipeline.SCHEMA_VERSION,
            config.pipeline(),
            loaded.table(),
            label,
            config.outlier().deleteFrom(),
            columns,
            FeatureVector.of(loaded.table().names(), columns),
            imputer == null ? null : imputer.fitted(),
            regression,
            null,
            null,
            config.sensitive().treated());
    return new Fit(reduced(selected(fitted, source), source), recovered.report());
  }

  /** Without the features that selection drops, if it is asked for. */
  private FittedPipeline selected(FittedPipeline fitted, @Nullable Filled source) {
    SelectConfig select = loaded.pipeline().select();
    if (select == null) {
      return fitted;
    }
    return fitted.selected(FeatureSelector.fit(select, encoded(fitted, source), warnings));
  }

  /** With principal components in place of what they are made of, if they are asked for. */
  private FittedPipeline reduced(FittedPipeline fitted, @Nullable Filled source) {
    PcaConfig pca = loaded.pipeline().pca();
    return pca == null
        ? fitted
        : fitted.reduced(PcaFitter.fit(pca, encoded(fitted, source), library("pca"), warnings));
  }

  private EncodedTrain encoded(FittedPipeline fitted, @Nullable Filled source) {
    return source == null
        ? new EncodedTrain(fitted, train, null)
        : new EncodedTrain(fitted, source.train(), source.step());
  }

  private Recovery.Outcome recovered(TrainRows inside) {
    ImputeConfig impute = loaded.pipeline().impute();
    List<String> numeric = features(true);
    List<String> categorical = features(false);
    return Recovery.compare(
        impute,
        loaded.pipeline().split().seed(),
        inside.after(ImputeFitter.dropping(impute, train.layout(), numeric, categorical)),
        numeric,
        categorical,
        library,
        warnings);
  }

  /** Null when neighbours fill no column. */
  private @Nullable KnnImputer neighbours(
      ImputeConfig config, TrainRows inside, FittedImputes imputes) {
    KnnFeatures features = config.knnFeatures(features(true), features(false));
    return features.targets().isEmpty()
        ? null
        : KnnFitter.fit(
            config.knn(), inside.after(imputes.dropping(train.layout())), features, warnings);
  }

  /** Null when no column is filled by regression. */
  private @Nullable FittedRegression regression(
      ImputeConfig config, TrainRows inside, FittedImputes imputes) {
    RegressionFeatures features = config.regressionFeatures(features(true), features(false));
    if (features.targets().isEmpty()) {
      return null;
    }
    TrainRows left = inside.after(imputes.dropping(train.layout()));
    return RegressionFitter.of(
            config.regression(), loaded.pipeline().split().seed(), left.rows(), features)
        .fit(library("impute strategy regression"), warnings);
  }

  private LibraryFits library(String step) {
    if (library == null) {
      throw new IllegalStateException(step + " needs a library that fits it, and there is none");
    }
    return library;
  }

  /** Train rows that carry their fills, and the step that fills them; null without neighbours. */
  private @Nullable Filled source(
      Map<String, FittedOutlier> fences, FittedImputes imputes, @Nullable KnnImputer imputer) {
    if (imputer == null) {
      return null;
    }
    OutlierStep outlier = new OutlierStep(train.layout(), fences, Deletion.OFF);
    ImputeStep dropping = imputes.dropping(train.layout());
    return fills.attach(
        train,
        (row, effects) -> outlier.apply(row, effects) && dropping.apply(row, effects),
        imputer);
  }

  /** Train without deleted and dropped rows, without a missing cell that is to be measured. */
  private TrainRows filled(
      Map<String, FittedOutlier> fences,
      FittedImputes imputes,
      @Nullable Filled source,
      @Nullable FittedRegression regression) {
    RowLayout layout = train.layout();
    return (source == null ? train : source.train())
        .after(new OutlierStep(layout, fences, Deletion.ON))
        .after(
            new ImputeStep(
                layout,
                imputes.numbersToMeasure(),
                imputes.categories(),
                source == null ? null : source.step(),
                regression == null ? null : new RegressionStep(regression, layout)));
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
