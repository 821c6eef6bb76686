package io.winnow.core.metrics;

import java.io.Serializable;
import java.util.List;

/**
 * How the score of one class tells its rows from the others: what the ROC curve, the curve of
 * precision over recall and the calibration diagram are drawn from.
 *
 * @param label the class
 * @param members rows of the class, at least one
 * @param others rows of other classes, at least one
 * @param rocAuc area under the ROC curve
 * @param averagePrecision area under the steps of precision over recall, Σ (Rᵢ − Rᵢ₋₁) Pᵢ over all
 *     thresholds, as scikit-learn's {@code average_precision_score}
 * @param thresholds from the highest down; of more than 200 rows only those between which members
 *     or others grow by a hundredth of all, and the last one
 * @param calibration the bins of [0, 1] that have rows, each a tenth wide
 */
public record ScoreCurve(
    String label,
    long members,
    long others,
    double rocAuc,
    double averagePrecision,
    List<Threshold> thresholds,
    List<Bin> calibration)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What is taken for the class when every score from here upwards is.
   *
   * @param members rows of the class among them
   * @param others rows of other classes among them
   */
  public record Threshold(double score, long members, long others) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Rows with scores of one tenth, the lower bound excluded but in the first.
   *
   * @param meanScore of the rows
   * @param members rows of the class among them
   */
  public record Bin(double from, double to, long rows, double meanScore, long members)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }
}
