package io.winnow.core.manifest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the fitted pipeline did to the cells of features, over all prepared rows and those that it
 * left out. Manifests of older runs lack what is null here.
 *
 * @param count width of the feature vector
 * @param imputed cells filled, by column
 * @param clipped cells moved to a fence, by column
 * @param outliers cells that made their row be deleted, by column
 * @param replaced outliers replaced by the median, by column
 * @param setMissing outliers made missing, by column
 * @param outlierRules rule of the fences, by column
 * @param dropped missing cells that made their row be dropped, by column
 * @param rare cells whose category shares the slot of rare ones, by column
 * @param unseen cells whose category train does not have, by column
 * @param recovered how well strategies of imputation recover hidden cells, if that was asked for
 * @param unselected features that were not selected
 * @param components principal components, the most variance first; null when there are none
 */
public record FeatureReport(
    int count,
    Map<String, Long> imputed,
    Map<String, Long> clipped,
    Map<String, Long> outliers,
    @Nullable Map<String, Long> replaced,
    @Nullable Map<String, Long> setMissing,
    @Nullable Map<String, String> outlierRules,
    @Nullable Map<String, Long> dropped,
    @Nullable Map<String, Long> rare,
    Map<String, Long> unseen,
    @Nullable RecoverReport recovered,
    @Nullable List<Unselected> unselected,
    @Nullable List<Component> components) {

  /**
   * A feature that was not selected.
   *
   * @param rule variance, correlation or mutualInformation
   * @param value what the feature has of it
   * @param with the feature that it correlates with, or null
   */
  public record Unselected(String feature, String rule, double value, @Nullable String with) {}

  /**
   * A principal component.
   *
   * @param explainedVarianceRatio its share of the variance of the features that it stands for
   */
  public record Component(String feature, double explainedVarianceRatio) {}
}
