package io.winnow.core.step.scale;

import io.winnow.core.manifest.Warning;
import io.winnow.core.scan.QuantileScan;
import io.winnow.core.scan.QuantileScan.Learnt;
import io.winnow.core.split.TrainRows;
import io.winnow.core.statistics.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds how columns are scaled, on train rows as they are after outliers and imputation. Moments
 * and extremes take one scan, which the quartiles of robust scaling share.
 */
public final class ScaleFitter {
  private final ScaleConfig config;
  private final List<Warning> warnings;

  private ScaleFitter(ScaleConfig config, List<Warning> warnings) {
    this.config = config;
    this.warnings = warnings;
  }

  /**
   * Scales by column.
   *
   * @param train rows with imputed cells, but with sentinels left missing
   * @param numeric names of numeric columns
   */
  public static Map<String, FittedScale> fit(
      ScaleConfig config, TrainRows train, List<String> numeric, List<Warning> warnings) {
    return new ScaleFitter(config, warnings).fit(train, numeric);
  }

  private Map<String, FittedScale> fit(TrainRows train, List<String> numeric) {
    Map<String, FittedScale> scales = new TreeMap<>();
    numeric.forEach(name -> scales.put(name, new FittedScale.None()));
    List<String> scaled =
        numeric.stream().filter(name -> config.of(name) != ScaleStrategy.NONE).toList();
    if (scaled.isEmpty()) {
      return scales;
    }
    List<String> robust =
        scaled.stream().filter(name -> config.of(name) == ScaleStrategy.ROBUST).toList();
    double[][] probabilities = new double[robust.size()][];
    Arrays.fill(probabilities, new double[] {0.5, 0.25, 0.75});
    Learnt<ScaleState> learnt =
        QuantileScan.quantiles(
            train.rows(),
            robust.stream().mapToInt(train.layout()::number).toArray(),
            probabilities,
            new ScaleState(train.layout(), scaled, config));
    for (int i = 0; i < scaled.size(); i++) {
      String name = scaled.get(i);
      int index = i;
      scales.put(
          name,
          switch (config.of(name)) {
            case STANDARD -> standard(name, learnt.state().moments(index));
            case LOG -> log(name, learnt.state().moments(index));
            case MIN_MAX -> minMax(name, learnt.state().extremes(index));
            case ROBUST -> robust(name, learnt.quantiles().get(robust.indexOf(name)));
            case NONE -> new FittedScale.None();
          });
    }
    return scales;
  }

  private FittedScale standard(String name, Moments moments) {
    return new FittedScale.Standard(mean(moments), deviation(name, moments));
  }

  private FittedScale log(String name, Moments moments) {
    return new FittedScale.Log(mean(moments), deviation(name, moments));
  }

  private static double mean(Moments moments) {
    return moments.count() == 0 ? 0 : moments.mean();
  }

  private double deviation(String name, Moments moments) {
    double deviation =
        moments.count() > config.ddof() ? moments.standardDeviation(config.ddof()) : 0;
    if (deviation == 0) {
      warnOfConstant(name);
    }
    return deviation == 0 ? 1 : deviation;
  }

  private FittedScale minMax(String name, FittedScale.MinMax extremes) {
    if (extremes.min() == extremes.max()) {
      warnOfConstant(name);
    }
    return extremes;
  }

  private FittedScale robust(String name, double[] quantiles) {
    if (quantiles.length == 0) {
      warnOfConstant(name);
      return new FittedScale.Robust(0, 0, 0);
    }
    if (quantiles[1] == quantiles[2]) {
      warnings.add(
          new Warning(
              "SCALE_ZERO",
              "column '%s': both quartiles of train are %s, so it is divided by 1; set scale.columns.%s to {strategy: standard}"
                  .formatted(name, quantiles[1], name)));
    }
    return new FittedScale.Robust(quantiles[0], quantiles[1], quantiles[2]);
  }

  private void warnOfConstant(String name) {
    warnings.add(
        new Warning(
            "CONSTANT_COLUMN",
            "column '%s': is constant in train and tells nothing; give it role ignore"
                .formatted(name)));
  }
}
