package io.winnow.core.statistics;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts the keys of a range in bins of equal width, and keeps the smallest and the largest key of
 * each bin: a bin whose two keys are equal needs no further pass, whatever its width.
 *
 * <p>Bins live in pages that exist once a key falls into them, since the leading bits of doubles
 * are mostly a few exponents.
 */
final class KeyHistogram extends KeyRange {
  @Serial private static final long serialVersionUID = 1L;

  /** Numbers kept for each bin: count, smallest and largest key. */
  static final int NUMBERS_PER_BIN = 3;

  private static final int PAGE_BITS = 6;
  private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

  private final int shift;
  private final long[][] pages;
  private long count;

  /** Divides the range from low to high into at most 2^bits bins. */
  KeyHistogram(long low, long high, int bits) {
    super(low, high);
    long width = high - low;
    shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(width) - bits);
    pages = new long[(int) (width >>> shift >>> PAGE_BITS) + 1][];
  }

  private KeyHistogram(Filled filled) {
    super(filled.low, filled.high);
    shift = filled.shift;
    pages = new long[filled.pages][];
    for (int i = 0; i < filled.bins.length; i++) {
      int from = NUMBERS_PER_BIN * i;
      note(
          filled.bins[i], filled.numbers[from], filled.numbers[from + 1], filled.numbers[from + 2]);
    }
  }

  @Override
  void add(long key) {
    note((int) ((key - low()) >>> shift), 1, key, key);
  }

  @Override
  long count() {
    return count;
  }

  @Override
  void merge(KeyRange other) {
    KeyHistogram added = (KeyHistogram) other;
    added.filledBins().forEach(b -> note(b, added.count(b), added.smallest(b), added.largest(b)));
  }

  @Override
  List<OpenRange> settle(OpenRange open, long[] ranks, long[] keys) {
    List<OpenRange> narrower = new ArrayList<>();
    long before = open.before();
    int next = open.first();
    for (int bin : filledBins().toArray()) {
      int first = next;
      long end = before + count(bin);
      while (next < open.end() && ranks[next] < end) {
        next++;
      }
      if (next > first) {
        OpenRange inBin =
            new OpenRange(smallest(bin), largest(bin), before, count(bin), first, next);
        settleEnds(inBin, ranks, keys, narrower);
      }
      before = end;
    }
    return narrower;
  }

  /** The first and the last key of a bin are known; ranks between them stay open. */
  private static void settleEnds(
      OpenRange bin, long[] ranks, long[] keys, List<OpenRange> narrower) {
    int first = bin.first();
    int end = bin.end();
    boolean single = bin.low() == bin.high();
    while (first < end && (single || ranks[first] == bin.before())) {
      keys[first++] = bin.low();
    }
    while (first < end && ranks[end - 1] == bin.before() + bin.count() - 1) {
      keys[--end] = bin.high();
    }
    if (first < end) {
      narrower.add(new OpenRange(bin.low(), bin.high(), bin.before(), bin.count(), first, end));
    }
  }

  private void note(int bin, long times, long smallest, long largest) {
    long[] page = pages[bin >>> PAGE_BITS];
    if (page == null) {
      page = new long[NUMBERS_PER_BIN << PAGE_BITS];
      pages[bin >>> PAGE_BITS] = page;
    }
    int at = NUMBERS_PER_BIN * (bin & PAGE_MASK);
    if (page[at] == 0 || Long.compareUnsigned(smallest, page[at + 1]) < 0) {
      page[at + 1] = smallest;
    }
    // An empty bin has the largest key 0, which every key replaces or equals.
    if (Long.compareUnsigned(largest, page[at + 2]) > 0) {
      page[at + 2] = largest;
    }
    page[at] += times;
    count += times;
  }

  private IntStream filledBins() {
    return IntStream.range(0, pages.length)
        .filter(page -> pages[page] != null)
        .flatMap(page -> IntStream.rangeClosed(page << PAGE_BITS, page << PAGE_BITS | PAGE_MASK))
        .filter(bin -> count(bin) > 0);
  }

  private long count(int bin) {
    return number(bin, 0);
  }

  private long smallest(int bin) {
    return number(bin, 1);
  }

  private long largest(int bin) {
    return number(bin, 2);
  }

  private long number(int bin, int which) {
    return pages[bin >>> PAGE_BITS][NUMBERS_PER_BIN * (bin & PAGE_MASK) + which];
  }

  @Serial
  private Object writeReplace() {
    return new Filled(this);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a KeyHistogram is read from its filled bins");
  }

  /** The serialised form: the bins that hold keys. */
  private static final class Filled implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private final long low;
    private final long high;
    private final int shift;
    private final int pages;
    private final int[] bins;
    private final long[] numbers;

    private Filled(KeyHistogram histogram) {
      low = histogram.low();
      high = histogram.high();
      shift = histogram.shift;
      pages = histogram.pages.length;
      bins = histogram.filledBins().toArray();
      numbers = new long[NUMBERS_PER_BIN * bins.length];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = histogram.number(bins[i / NUMBERS_PER_BIN], i % NUMBERS_PER_BIN);
      }
    }

    @Serial
    private Object readResolve() {
      return new KeyHistogram(this);
    }
  }
}
