package io.winnow.train.feed;

import io.winnow.core.hash.CanonicalHasher;
import io.winnow.core.hash.SeededHash;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * A row and its place among all rows: by class, then by a pseudo-random number, then by key. Rows
 * that share all three are told apart by their features and weights, so that nothing is left to the
 * order in which they were read.
 *
 * @param stratum class index, or 0 in a regression
 * @param hash of seed and key, compared unsigned
 */
record RankedRow(double stratum, long hash, PreparedRow row)
    implements Comparable<RankedRow>, Serializable {
  private static final long serialVersionUID = 1L;

  private static final Comparator<RankedRow> ORDER =
      Comparator.comparingDouble(RankedRow::stratum)
          .thenComparing(RankedRow::hash, Long::compareUnsigned)
          .thenComparing(ranked -> ranked.row().key())
          .thenComparing(ranked -> ranked.row().indices(), Arrays::compare)
          .thenComparing(ranked -> ranked.row().values(), Arrays::compare)
          .thenComparing(ranked -> ranked.row().weight());

  static RankedRow of(PreparedRow row, boolean stratified, long seed) {
    long hash = SeededHash.of(seed, new CanonicalHasher().reset().text(row.key()).finish());
    return new RankedRow(stratified ? row.label() : 0, hash, row);
  }

  /**
   * Rows with their rank, from 0, in this order.
   *
   * @param stratified whether rows of a class stand together
   */
  static JavaPairRDD<Long, PreparedRow> rank(
      JavaRDD<PreparedRow> rows, boolean stratified, long seed) {
    return rows.map(row -> of(row, stratified, seed))
        .sortBy(row -> row, true, rows.getNumPartitions())
        .zipWithIndex()
        .mapToPair(ranked -> new Tuple2<>(ranked._2(), ranked._1().row()));
  }

  @Override
  public int compareTo(RankedRow other) {
    return ORDER.compare(this, other);
  }
}
