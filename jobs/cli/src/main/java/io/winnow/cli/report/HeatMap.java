package io.winnow.cli.report;

import io.winnow.core.profile.Correlation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Correlations as coloured squares, one unit wide each, and the strongest of them in words.
 *
 * @param size columns
 * @param cells of the squares that are not white
 * @param strongest pairs with the greatest magnitude, strongest first
 */
public record HeatMap(int size, List<Cell> cells, List<Pair> strongest, List<String> omitted) {
  private static final int MOST_PAIRS = 15;
  private static final double WHITE = 0.02;

  /** One square, with what a reader sees when pointing at it. */
  public record Cell(int x, int y, String colour, String hint) {}

  /** Two columns and their correlation. */
  public record Pair(String first, String second, double value) {

    /** With its sign and three digits. */
    public String figure() {
      return String.format(Locale.ROOT, "%+.3f", value);
    }
  }

  static HeatMap of(Correlation correlation) {
    List<String> names = correlation.columns();
    List<Cell> cells = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        Double value = correlation.matrix().get(i).get(j);
        if (value == null || Math.abs(value) >= WHITE) {
          cells.add(new Cell(j, i, colour(value), hint(names.get(i), names.get(j), value)));
        }
        if (value != null && i < j) {
          pairs.add(new Pair(names.get(i), names.get(j), value));
        }
      }
    }
    Comparator<Pair> byMagnitude = Comparator.comparingDouble(pair -> -Math.abs(pair.value()));
    List<Pair> strongest = pairs.stream().sorted(byMagnitude).limit(MOST_PAIRS).toList();
    return new HeatMap(names.size(), cells, strongest, correlation.omitted());
  }

  private static String hint(String first, String second, @Nullable Double value) {
    return value == null
        ? "%s – %s: not defined".formatted(first, second)
        : String.format(Locale.ROOT, "%s – %s: %+.3f", first, second, value);
  }

  /** From red at -1 over white to blue at 1; grey where it is not defined. */
  private static String colour(@Nullable Double value) {
    if (value == null) {
      return "#d9dee4";
    }
    double strength = Math.min(1, Math.abs(value));
    int[] full = value < 0 ? new int[] {179, 38, 30} : new int[] {37, 99, 168};
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(255 + strength * (full[0] - 255)),
        Math.round(255 + strength * (full[1] - 255)),
        Math.round(255 + strength * (full[2] - 255)));
  }
}
