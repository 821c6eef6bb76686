package io.winnow.prepare.dedup;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of sets in each bucket.
 *
 * <p>In a bucket of up to {@code maxBucket} members every two are paired. In a larger one, members
 * stand in the order of the bucket they have in the next band, so that sets that agree in further
 * rows are neighbours, and each is paired with the w that follow it, where w = max(1, maxBucket² /
 * (2 · members)): no bucket gives more pairs than a full one does or than it has members. What is
 * left out is told by a row of its own.
 *
 * <p>Takes rows (bucket, further bucket, number) in that order, all rows of a bucket together.
 * Gives rows (a, b, 0) with a &lt; b, and for each larger bucket (−1, bucket, pairs left out).
 */
final class BucketPairs implements Iterator<Row> {
  /** In place of a set's number: the row tells of a bucket. */
  static final long BUCKET = -1;

  private final Iterator<Row> entries;
  private final int maxBucket;
  private @Nullable Row first;
  private long bucket;
  private long[] members = new long[16];
  private int size;
  private int left;
  private int right;
  private int window;
  private long uncompared;

  BucketPairs(Iterator<Row> entries, int maxBucket) {
    this.entries = entries;
    this.maxBucket = maxBucket;
    first = entries.hasNext() ? entries.next() : null;
  }

  @Override
  public boolean hasNext() {
    while (right >= size && uncompared == 0) {
      if (first == null) {
        return false;
      }
      load(first);
    }
    return true;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (uncompared > 0) {
      long told = uncompared;
      uncompared = 0;
      return RowFactory.create(BUCKET, bucket, told);
    }
    long a = Math.min(members[left], members[right]);
    long b = Math.max(members[left], members[right]);
    right++;
    if (right == size || right - left > window) {
      left++;
      right = left + 1;
    }
    return RowFactory.create(a, b, 0L);
  }

  private void load(Row begin) {
    bucket = begin.getLong(0);
    size = 0;
    Row entry = begin;
    while (entry != null && entry.getLong(0) == bucket) {
      if (size == members.length) {
        members = Arrays.copyOf(members, 2 * size);
      }
      members[size] = entry.getLong(2);
      size++;
      entry = entries.hasNext() ? entries.next() : null;
    }
    first = entry;
    left = 0;
    right = 1;
    window = window(size, maxBucket);
    long beyond = Math.max(0, size - 1L - window);
    uncompared = beyond * (beyond + 1) / 2;
  }

  private static int window(int members, int maxBucket) {
    return members <= maxBucket
        ? maxBucket
        : (int) Math.max(1, (long) maxBucket * maxBucket / (2L * members));
  }
}
