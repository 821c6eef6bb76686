package io.winnow.core.step.outlier;

import io.winnow.core.manifest.Warning;
import io.winnow.core.scan.QuantileScan;
import io.winnow.core.split.TrainRows;
import io.winnow.core.step.outlier.OutlierConfig.ColumnOutliers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the fences on observed train values, before anything is imputed, so that imputed mass does
 * not shrink the interquartile range. Quartiles are exact and need more than one scan, so there is
 * no mergeable state of a single pass here.
 */
public final class OutlierFitter {
  private OutlierFitter() {}

  /** Fences by column; a column without any is absent, with a warning. */
  public static Map<String, FittedOutlier> fit(
      OutlierConfig config, TrainRows train, List<Warning> warnings) {
    List<String> names = new ArrayList<>(new TreeMap<>(config.columns()).keySet());
    int[] columns = names.stream().mapToInt(train.layout()::number).toArray();
    List<double[]> quartiles = QuantileScan.quantiles(train.rows(), columns, 0.25, 0.75);
    Map<String, FittedOutlier> fences = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      double[] quartile = quartiles.get(i);
      ColumnOutliers column = config.columns().get(name);
      if (quartile.length == 0 || column == null) {
        continue; // No observed value: imputation refuses the column or fills it.
      }
      if (quartile[0] == quartile[1] && config.zeroIqr() == ZeroIqr.SKIP) {
        warnings.add(
            new Warning(
                "IQR_ZERO",
                "column '%s': both quartiles are %s, so it has no fences; set outlier.zeroIqr=apply to clip or delete everything else"
                    .formatted(name, quartile[0])));
      } else {
        fences.put(name, FittedOutlier.of(column, quartile[0], quartile[1]));
      }
    }
    return fences;
  }
}
