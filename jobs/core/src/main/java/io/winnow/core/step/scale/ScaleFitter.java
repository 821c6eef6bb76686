package io.winnow.core.step.scale;

import io.winnow.core.manifest.Warning;
import io.winnow.core.split.TrainRows;
import io.winnow.core.statistics.Moments;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds mean and standard deviation on train rows as they are after clipping and imputation. */
public final class ScaleFitter {
  private ScaleFitter() {}

  /**
   * Scales by column.
   *
   * @param numeric names of numeric columns without missing cells
   */
  public static Map<String, FittedScale> fit(
      ScaleConfig config, TrainRows train, List<String> numeric, List<Warning> warnings) {
    int[] columns = numeric.stream().mapToInt(train.layout()::number).toArray();
    Map<String, FittedScale> scales = new TreeMap<>();
    switch (config.strategy()) {
      case NONE ->
          numeric.forEach(name -> scales.put(name, new FittedScale(ScaleStrategy.NONE, 0, 1)));
      case STANDARD -> {
        ScaleState state = train.rows().scan(new ScaleState(columns));
        for (int i = 0; i < columns.length; i++) {
          scales.put(numeric.get(i), standard(config, numeric.get(i), state.moments(i), warnings));
        }
      }
    }
    return scales;
  }

  private static FittedScale standard(
      ScaleConfig config, String name, Moments moments, List<Warning> warnings) {
    double deviation =
        moments.count() > config.ddof() ? moments.standardDeviation(config.ddof()) : 0;
    if (deviation == 0) {
      warnings.add(
          new Warning(
              "CONSTANT_COLUMN",
              "column '%s': is constant in train and tells nothing; give it role ignore"
                  .formatted(name)));
      deviation = 1;
    }
    return new FittedScale(ScaleStrategy.STANDARD, moments.mean(), deviation);
  }
}
