package io.winnow.prepare.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketPairsTest {
  @Test
  void pairsEveryTwoMembersOfABucketAndNoOthers() {
    List<Row> entries = new ArrayList<>(bucket(7, 4));
    entries.addAll(bucket(8, 1));
    entries.addAll(bucket(9, 2));
    assertThat(pairs(entries, 4))
        .extracting(row -> row.mkString(","))
        .containsExactly(
            "700,701,0",
            "700,702,0",
            "700,703,0",
            "701,702,0",
            "701,703,0",
            "702,703,0",
            "900,901,0");
  }

  @Test
  void thereMayBeNothing() {
    assertThat(pairs(List.of(), 4)).isEmpty();
    assertThat(pairs(bucket(1, 1), 4)).isEmpty();
  }

  /** The expected window is max(1, maxBucket² / (2 · members)). */
  @ParameterizedTest
  @CsvSource({"11, 10, 4", "40, 10, 1", "1000, 10, 1", "60, 40, 13", "3, 2, 1"})
  void aLargerBucketPairsNeighboursAndTellsWhatIsLeftOut(int members, int maxBucket, int window) {
    List<Row> rows = pairs(bucket(3, members), maxBucket);
    Row told = rows.get(0);
    assertThat(told.getLong(0)).isEqualTo(BucketPairs.BUCKET);
    assertThat(told.getLong(1)).isEqualTo(3);
    Set<List<Long>> pairs = new HashSet<>();
    for (Row row : rows.subList(1, rows.size())) {
      assertThat(row.getLong(1) - row.getLong(0)).isBetween(1L, (long) window);
      assertThat(pairs.add(List.of(row.getLong(0), row.getLong(1)))).isTrue();
    }
    assertThat(pairs.size() + told.getLong(2)).isEqualTo(members * (members - 1L) / 2);
    assertThat(pairs.size()).isLessThanOrEqualTo(Math.max(members, maxBucket * maxBucket / 2));
  }

  /** Members that agree in the further bucket stand together, whatever their numbers. */
  @Test
  void neighboursAreThoseThatAgreeFurther() {
    List<Row> entries =
        List.of(entry(1, -5, 30), entry(1, -5, 90), entry(1, 0, 10), entry(1, 2, 20));
    assertThat(pairs(entries, 2).subList(1, 4))
        .extracting(row -> row.mkString(","))
        .containsExactly("30,90,0", "10,90,0", "10,20,0");
  }

  private static List<Row> bucket(long bucket, int members) {
    List<Row> entries = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      entries.add(entry(bucket, i, 100 * bucket + i));
    }
    return entries;
  }

  private static Row entry(long bucket, long further, long number) {
    return RowFactory.create(bucket, further, number);
  }

  private static List<Row> pairs(List<Row> entries, int maxBucket) {
    List<Row> pairs = new ArrayList<>();
    new BucketPairs(entries.iterator(), maxBucket).forEachRemaining(pairs::add);
    return pairs;
  }
}
