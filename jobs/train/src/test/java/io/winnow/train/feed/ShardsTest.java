package io.winnow.train.feed;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.FEATURES;
import static io.winnow.train.TestData.TARGET;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.columns;
import static io.winnow.train.TestData.row;
import static io.winnow.train.TestData.targetRows;
import static io.winnow.train.TestData.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ShardsTest {

  @Test
  void dealsEveryRowOnceAndEveryClassEvenly() {
    List<Row> rows = classRows(500, 1);
    List<Shard> shards = deal(vectors(rows, 3), CLASSES, 3, 7);

    assertThat(shards).extracting(Shard::rows).containsExactlyInAnyOrder(167, 167, 166);
    for (int label : new int[] {0, 1}) {
      List<Long> counts = shards.stream().map(shard -> rowsOf(shard, label)).toList();
      assertThat(Collections.max(counts) - Collections.min(counts)).isLessThanOrEqualTo(1);
    }
    assertThat(shards.stream().flatMap(shard -> contents(shard).stream()))
        .containsExactlyInAnyOrderElementsOf(rows.stream().map(ShardsTest::content).toList());
  }

  @Test
  void dependsOnTheRowsAndTheSeedOnly() {
    List<Row> rows = classRows(200, 2);
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(5));
    List<List<String>> expected = contents(deal(vectors(rows, 1), CLASSES, 2, 7));

    assertThat(contents(deal(vectors(rows, 3), CLASSES, 2, 7))).isEqualTo(expected);
    assertThat(contents(deal(vectors(shuffled, 7), CLASSES, 2, 7))).isEqualTo(expected);
    assertThat(contents(deal(columns(shuffled), CLASSES, 2, 7))).isEqualTo(expected);
    assertThat(contents(deal(vectors(rows, 1), CLASSES, 2, 8))).isNotEqualTo(expected);
  }

  @Test
  void rowsThatShareAKeyAreToldApartByTheirFeatures() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(row("same", 1.0, i, 0, 0, 0));
    }
    List<Row> reversed = new ArrayList<>(rows);
    Collections.reverse(reversed);

    assertThat(contents(deal(vectors(reversed, 3), CLASSES, 2, 1)))
        .isEqualTo(contents(deal(vectors(rows, 1), CLASSES, 2, 1)));
  }

  @Test
  void aClassMayStandInOneShardOnly() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add(row("k" + i, i == 0 ? 1.0 : 0.0, i, 0, 0, 0));
    }

    List<Shard> shards = deal(vectors(rows, 2), CLASSES, 2, 1);

    assertThat(shards).extracting(Shard::rows).containsExactly(5, 5);
    assertThat(shards).extracting(shard -> rowsOf(shard, 1)).containsExactlyInAnyOrder(0L, 1L);
  }

  @Test
  void meansOfTargetsAreThoseThatTheNetworkSees() {
    List<Row> rows = targetRows(300, 3);
    double squares = 0;
    double absolutes = 0;
    for (Row row : rows) {
      double scaled = (row.getDouble(1) - 100) / 20;
      squares += scaled * scaled / 300;
      absolutes += Math.abs(scaled) / 300;
    }

    try (Shards shards = Shards.deal(split(vectors(rows, 2)), TARGET, 2, 1, 1L << 30)) {
      assertThat(shards.meanSquaredTarget()).isCloseTo(squares, within(1e-12));
      assertThat(shards.meanAbsoluteTarget()).isCloseTo(absolutes, within(1e-12));
      assertThat(shards.rows()).isEqualTo(300);
      assertThat(shards.rowsBySlot()).containsExactly(150, 150);
    }
  }

  @Test
  void refusesALabelThatIsNotANumberOrNoClass() {
    assertRefused(
        CLASSES,
        row("k1", Double.NaN, 1, 2, 3, 4),
        "prepared/train: row 'k1' has label NaN, which is no class of 0 to 1; prepare again");
    assertRefused(
        CLASSES,
        row("k1", null, 1, 2, 3, 4),
        "prepared/train: row 'k1' has label NaN, which is no class of 0 to 1; prepare again");
    assertRefused(
        CLASSES,
        row("k1", 2.0, 1, 2, 3, 4),
        "prepared/train: row 'k1' has label 2.0, which is no class of 0 to 1; prepare again");
    assertRefused(
        TARGET,
        row("k1", Double.POSITIVE_INFINITY, 1, 2, 3, 4),
        "prepared/train: row 'k1' has label Infinity, which is no number; prepare again");
  }

  @Test
  void refusesFeaturesThatAreMissingOrNotFinite() {
    assertRefused(
        CLASSES,
        row("k1", 1.0, 1, 2, Double.NaN, 4),
        "prepared/train: row 'k1' has a feature that is no finite 32-bit number; scale or clip its"
            + " column and prepare again");
    assertRefused(
        CLASSES,
        row("k1", 1.0, 1, 2, 1e39, 4),
        "prepared/train: row 'k1' has a feature that is no finite 32-bit number; scale or clip its"
            + " column and prepare again");
    assertRefused(
        CLASSES,
        row("k1", 1.0, 1, 2),
        "prepared/train: row 'k1' has 2 features where others have 4; prepare again");
    assertRefused(
        CLASSES,
        RowFactory.create("k1", 1.0, null),
        "prepared/train: row 'k1' has 0 features where others have 4; prepare again");
  }

  @Test
  void refusesFewerRowsThanWorkers() {
    assertThatThrownBy(() -> deal(vectors(classRows(2, 1), 1), CLASSES, 3, 1))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "prepared/train: has 2 rows for training.workers 3; use fewer workers or more rows");
  }

  private static void assertRefused(FittedLabel label, Row bad, String message) {
    List<Row> rows = new ArrayList<>(classRows(20, 1));
    rows.add(bad);
    assertThatThrownBy(() -> deal(vectors(rows, 1), label, 2, 1))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessage(message);
  }

  private static List<Shard> deal(Dataset<Row> rows, FittedLabel label, int workers, long seed) {
    try (Shards shards = Shards.deal(split(rows), label, workers, seed, 1L << 30)) {
      return shards.rdd().collect();
    }
  }

  private static PreparedSplit split(Dataset<Row> rows) {
    return PreparedSplit.of("train", rows);
  }

  private static long rowsOf(Shard shard, int label) {
    long count = 0;
    for (int i = 0; i < shard.rows(); i++) {
      count += shard.label(i) == label ? 1 : 0;
    }
    return count;
  }

  private static List<List<String>> contents(List<Shard> shards) {
    return shards.stream().map(ShardsTest::contents).toList();
  }

  private static List<String> contents(Shard shard) {
    List<String> contents = new ArrayList<>();
    for (int i = 0; i < shard.rows(); i++) {
      float[] features = new float[FEATURES];
      shard.copy(i, features, 0);
      contents.add(shard.label(i) + Arrays.toString(features));
    }
    return contents;
  }

  private static String content(Row row) {
    double[] features = ((org.apache.spark.ml.linalg.Vector) row.get(2)).toArray();
    float[] floats = new float[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      floats[i] = (float) features[i];
    }
    return row.getDouble(1) + Arrays.toString(floats);
  }
}
