package io.winnow.core.step.impute.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.hash.Hash128;
import io.winnow.core.statistics.GoldenCases;
import io.winnow.core.statistics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnnSearchTest {
  private static final KnnParameters ONE = new KnnParameters(1, NeighbourWeights.UNIFORM);

  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/impute/knn.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fillsAsScikitLearnDoes(JsonNode golden) {
    KnnSpace space = space(golden);
    Points rows = KnnTable.points(space, golden.get("receivers"));
    KnnSearch search = KnnSearch.of(space, parameters(golden), rows);
    search.visit(Donors.of(space, KnnTable.points(space, golden.get("donors")), 16));

    double[] row = new double[space.size()];
    for (int i = 0; i < rows.size(); i++) {
      rows.read(i, row);
      double[] filled = KnnTable.row(golden.get("filled").get(i));
      for (int c = 0; c < row.length; c++) {
        double found = Double.isNaN(row[c]) ? search.fill(i, c) : row[c];
        double tolerance = 1e-12 * Math.max(1, Math.abs(filled[c]));
        assertThat(found).as("row %d, column %d", i, c).isCloseTo(filled[c], within(tolerance));
      }
    }
  }

  private static KnnSpace space(JsonNode golden) {
    List<KnnColumn> columns = new ArrayList<>();
    double[] scales = GoldenCases.doubles(golden.get("scales"));
    for (int c = 0; c < scales.length; c++) {
      Moments moments = new Moments();
      for (JsonNode donor : golden.get("donors")) {
        if (!donor.get(c).isNull()) {
          moments.add(donor.get(c).doubleValue());
        }
      }
      columns.add(KnnTable.number("c" + c, Part.BOTH, scales[c], moments.mean()));
    }
    return new KnnSpace(columns);
  }

  private static KnnParameters parameters(JsonNode golden) {
    String weights = golden.get("weights").asText().toUpperCase(Locale.ROOT);
    return new KnnParameters(golden.get("k").intValue(), NeighbourWeights.valueOf(weights));
  }

  @Test
  void ranksEqualDistancesByTheKeyOfTheDonor() {
    JsonNode golden = GoldenCases.tree("/impute/knn_ties.json");
    List<KnnColumn> columns = new ArrayList<>();
    for (int c = 0; c < 4; c++) {
      columns.add(KnnTable.number("c" + c, Part.DISTANCE, 1, 0));
    }
    columns.add(KnnTable.number("filled", Part.TARGET, 1, 0));
    KnnSpace space = new KnnSpace(columns);
    Points donors = new Points(space);
    for (int i = 0; i < golden.get("donors").size(); i++) {
      double[] row = row(golden.get("donors").get(i), golden.get("cells").get(i).doubleValue());
      donors.add(row, new Hash128(golden.get("keys").get(i).longValue(), 0));
    }
    Points rows = new Points(space);
    golden.get("receivers").forEach(cells -> rows.add(row(cells, Double.NaN), new Hash128(0, 0)));

    KnnSearch search = KnnSearch.of(space, new KnnParameters(5, NeighbourWeights.UNIFORM), rows);
    search.visit(Donors.of(space, donors, 7));

    for (int i = 0; i < rows.size(); i++) {
      double[] cells = search.neighbours(i, 4);
      assertThat(cells).containsExactly(GoldenCases.doubles(golden.get("neighbours").get(i)));
    }
  }

  private static double[] row(JsonNode cells, double last) {
    double[] row = Arrays.copyOf(KnnTable.row(cells), cells.size() + 1);
    row[cells.size()] = last;
    return row;
  }

  @Test
  void tellsNeighboursApartFarFromZero() {
    KnnSpace space = KnnTable.numbers(1, 1);
    Points donors = KnnTable.points(space, new double[] {1e8 + 2, 20}, new double[] {1e8 + 1, 10});
    Points rows = KnnTable.points(space, new double[] {1e8, Double.NaN});
    KnnSearch search = KnnSearch.of(space, ONE, rows);
    search.visit(Donors.of(space, donors));

    assertThat(search.fill(0, 1)).isEqualTo(10);
    assertThat(search.lists().square(0, 0)).isEqualTo(2);
  }

  @Test
  void categoriesAreComparedByOverlapAndFilledByTheWeightedMode() {
    KnnSpace space =
        new KnnSpace(
            List.of(
                KnnTable.number("a", Part.DISTANCE, 2, 0),
                KnnTable.category("k", Part.DISTANCE, 0),
                KnnTable.category("z", Part.TARGET, 7)));
    Points donors =
        KnnTable.points(
            space,
            new double[] {2, 5, 1}, // d² = (2/2)² + 0 = 1
            new double[] {4, 5, 0}, // (4/2)² + 0 = 4
            new double[] {4, 5, 0}, // 4
            new double[] {2, 9, 3}, // 1 + 1 = 2
            new double[] {9, 9, 4});
    Points rows =
        KnnTable.points(space, new double[] {0, 5, Double.NaN}, new double[] {0, -1, Double.NaN});

    // Weights 1, 1/√2, 1/2 and 1/2: category 1 has 1, category 0 as well, and 0 is smaller.
    assertThat(fill(space, donors, rows, 4, NeighbourWeights.DISTANCE)).isEqualTo(0);
    assertThat(fill(space, donors, rows, 1, NeighbourWeights.DISTANCE)).isEqualTo(1);
    assertThat(fill(space, donors, rows, 3, NeighbourWeights.DISTANCE)).isEqualTo(1);
    assertThat(fill(space, donors, rows, 4, NeighbourWeights.UNIFORM)).isEqualTo(0);

    // A category that no donor has differs from all: 2, 5, 5, 2.
    KnnSearch search = KnnSearch.of(space, ONE, rows);
    search.visit(Donors.of(space, donors));
    assertThat(search.lists().square(1, 0)).isEqualTo(2);
  }

  private static double fill(
      KnnSpace space, Points donors, Points rows, int k, NeighbourWeights weights) {
    KnnSearch search = KnnSearch.of(space, new KnnParameters(k, weights), rows);
    search.visit(Donors.of(space, donors));
    return search.fill(0, 2);
  }

  @Test
  void anInfiniteDistanceIsNone() {
    KnnSpace space =
        new KnnSpace(
            List.of(KnnTable.number("a", Part.BOTH, 1, 3), KnnTable.number("b", Part.BOTH, 1, 0)));
    Points donors = KnnTable.points(space, new double[] {5, 1e200}, new double[] {6, Double.NaN});
    Points rows = KnnTable.points(space, new double[] {Double.NaN, -1e200});
    KnnSearch search = KnnSearch.of(space, ONE, rows);
    search.visit(Donors.of(space, donors));

    assertThat(search.fill(0, 0)).isEqualTo(3);
  }

  @Test
  void columnsMayComeInAnyOrder() {
    List<KnnColumn> columns = KnnTable.mixed().columns();
    List<KnnColumn> reversed = new ArrayList<>(columns);
    Collections.reverse(reversed);

    assertThat(new KnnSpace(reversed).columns()).isEqualTo(columns);
  }

  @Test
  void equalRowsAreSearchedForOnce() {
    KnnSpace space = KnnTable.numbers(1, 1);
    Points rows =
        KnnTable.points(
            space,
            new double[] {0.0, Double.NaN},
            new double[] {-0.0, Double.NaN},
            new double[] {4, 4},
            new double[] {0.0, Double.NaN});
    KnnSearch search = KnnSearch.of(space, ONE, rows);
    search.visit(Donors.of(space, KnnTable.points(space, new double[] {1, 2})));

    assertThat(search.searched()).isOne();
    assertThat(new double[] {search.fill(0, 1), search.fill(1, 1), search.fill(3, 1)})
        .containsOnly(2);
    assertThat(search.fill(2, 1)).isNaN();
    assertThat(search.fill(0, 0)).isNaN();
  }

  @Test
  void refusesWhatHasNoMeaning() {
    assertThatThrownBy(() -> new KnnParameters(0, NeighbourWeights.UNIFORM))
        .hasMessage("k = 0 neighbours; at least 1 is needed");
    assertThatThrownBy(() -> KnnTable.number("age", Part.BOTH, 0, 1))
        .hasMessage("column 'age': scale 0.0 is not a positive number");
  }
}
