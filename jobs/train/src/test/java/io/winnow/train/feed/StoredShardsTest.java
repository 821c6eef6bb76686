package io.winnow.train.feed;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.FEATURES;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.row;
import static io.winnow.train.TestData.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.WinnowException;
import io.winnow.train.TestSpark;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class StoredShardsTest {

  @Test
  void filesHoldTheRowsThatMemoryWould() {
    // More than two blocks, and a shard that is one row longer.
    PreparedSplit split = PreparedSplit.of("train", vectors(classRows(4_301, 1), 3));
    try (Shards memory = Shards.deal(split, CLASSES, 2, 5, 1L << 30);
        Shards files = Shards.deal(split, CLASSES, 2, 5, 0)) {
      List<Shard> expected = memory.rdd().collect();
      List<Shard> found = files.rdd().collect();

      assertThat(expected).hasOnlyElementsOfType(ResidentShard.class);
      assertThat(found).hasOnlyElementsOfType(StoredShard.class);
      assertThat(files.rowsBySlot()).isEqualTo(memory.rowsBySlot()).containsExactly(2151, 2150);
      assertThat(files.checksums()).isEqualTo(memory.checksums());
      for (int slot = 0; slot < 2; slot++) {
        assertSame(found.get(slot), expected.get(slot));
      }
    }
  }

  @Test
  void theBudgetIsOfOneShard() {
    PreparedSplit split = PreparedSplit.of("train", vectors(classRows(100, 1), 3));
    // 50 rows of 4 features, a label and a weight.
    long bytes = 50L * (4 * FEATURES + 12);
    try (Shards fits = Shards.deal(split, CLASSES, 2, 5, bytes);
        Shards fitsNot = Shards.deal(split, CLASSES, 2, 5, bytes - 1)) {
      assertThat(fits.rdd().first()).isInstanceOf(ResidentShard.class);
      assertThat(fitsNot.rdd().first()).isInstanceOf(StoredShard.class);
    }
  }

  @Test
  void aFileThatIsLostIsWrittenAnewAndAllAreDeletedInTheEnd() {
    PreparedSplit split = PreparedSplit.of("train", vectors(classRows(60, 1), 3));
    Shards shards = Shards.deal(split, CLASSES, 1, 5, 0);
    File first = file(shards);
    assertThat(first).exists();

    shards.close();
    assertThat(first).doesNotExist();
    File second = file(shards);
    assertThat(second).isNotEqualTo(first).exists();
    assertThat(shards.rdd().map(Shard::checksum).collect()).isEqualTo(shards.checksums());

    shards.close();
    assertThat(second).doesNotExist();
  }

  @Test
  void noneIsWrittenAnewOnlyToBeDeleted() throws TimeoutException {
    PreparedSplit split = PreparedSplit.of("train", vectors(classRows(60, 1), 3));
    Shards shards = Shards.deal(split, CLASSES, 6, 5, 0);
    List<File> files = shards.rdd().map(shard -> ((StoredShard) shard).file()).collect();
    SparkContext spark = TestSpark.session().sparkContext();
    DealtRows dealt = new DealtRows();
    spark.listenerBus().waitUntilEmpty();
    spark.addSparkListener(dealt);
    try {
      shards.close();
      spark.listenerBus().waitUntilEmpty();
    } finally {
      spark.removeSparkListener(dealt);
    }

    assertThat(dealt.tasks).isEqualTo(6);
    assertThat(dealt.rows).isZero();
    assertThat(files).hasSize(6).noneMatch(File::exists);
  }

  /** Counts rows that tasks take over from the deal. */
  private static final class DealtRows extends SparkListener {
    private int tasks;
    private long rows;

    @Override
    public void onTaskEnd(SparkListenerTaskEnd ended) {
      tasks++;
      rows += ended.taskMetrics().shuffleReadMetrics().recordsRead();
    }
  }

  @Test
  void aRowThatCannotBeUsedIsToldWithoutBeingHeld() {
    List<Row> rows = new ArrayList<>(classRows(20, 1));
    rows.add(row("bad", Double.NaN, 1, 2, 3, 4));

    assertThatThrownBy(
            () -> Shards.deal(PreparedSplit.of("train", vectors(rows, 2)), CLASSES, 2, 1, 0))
        .isInstanceOf(WinnowException.class)
        .hasMessageStartingWith("prepared/train: row 'bad' has label NaN");
  }

  private static File file(Shards shards) {
    return ((StoredShard) shards.rdd().first()).file();
  }

  private static void assertSame(Shard found, Shard expected) {
    float[] ours = new float[FEATURES];
    float[] theirs = new float[FEATURES];
    for (int row = 0; row < expected.rows(); row++) {
      assertThat(found.label(row)).isEqualTo(expected.label(row));
      assertThat(found.copy(row, ours, 0)).isEqualTo(expected.copy(row, theirs, 0));
      assertThat(ours).isEqualTo(theirs);
    }
  }
}
