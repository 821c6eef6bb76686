package io.winnow.prepare.profile;

import io.winnow.core.hash.CanonicalHasher;
import io.winnow.core.hash.Hash128;
import io.winnow.core.profile.DistinctCounter;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.prepare.block.SparkRows;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;

/** Counts different values by their 128-bit hashes, which the cluster brings together. */
record ExactDistinct(JavaRDD<RowBlock> blocks, RowLayout layout) implements DistinctCounter {

  static ExactDistinct of(SparkRows rows) {
    return new ExactDistinct(rows.blocks(), rows.layout());
  }

  @Override
  public long count(String column) {
    int number = layout.number(column);
    int text = layout.text(column);
    RowLayout rowLayout = layout;
    return blocks
        .mapPartitions(partition -> hashes(partition, rowLayout, number, text))
        .distinct()
        .count();
  }

  private static Iterator<Hash128> hashes(
      Iterator<RowBlock> blocks, RowLayout layout, int number, int text) {
    Set<Hash128> hashes = new HashSet<>();
    CanonicalHasher hasher = new CanonicalHasher();
    TypedRow row = new TypedRow(layout);
    while (blocks.hasNext()) {
      RowBlock block = blocks.next();
      for (int i = 0; i < block.size(); i++) {
        block.read(i, row);
        hasher.reset();
        if (number >= 0 && !Double.isNaN(row.numbers[number])) {
          hashes.add(hasher.number(row.numbers[number]).finish());
        } else if (text >= 0 && row.texts[text] != null) {
          hashes.add(hasher.text(row.texts[text]).finish());
        }
      }
    }
    return hashes.iterator();
  }
}
