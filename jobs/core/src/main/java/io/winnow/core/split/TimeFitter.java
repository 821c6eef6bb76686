package io.winnow.core.split;

import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.scan.Rows;
import io.winnow.core.statistics.LargestRemainder;
import io.winnow.core.statistics.RankSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Cuts a table in the order of time where its quotas end. A cut that would part rows of the same
 * time is moved before or after all of them: so that the fewest splits stay empty, then so that the
 * splits differ least from their quotas, then to the earlier place.
 */
final class TimeFitter {
  private final TimeColumn column;
  private final double[] ratios;
  private final Rows rows;

  private TimeFitter(TimeColumn column, double[] ratios, Rows rows) {
    this.column = column;
    this.ratios = ratios;
    this.rows = rows;
  }

  /**
   * A place between rows.
   *
   * @param rows before it
   * @param last the greatest time before it
   */
  private record Cut(long rows, long last) {}

  static TimeSplit fit(TimeColumn column, double[] ratios, Rows rows) {
    return new TimeFitter(column, ratios, rows).fit();
  }

  private TimeSplit fit() {
    RankSelection selection = new RankSelection(1, (all, count) -> ranks(quotas(count)));
    while (!selection.done()) {
      selection.accept(rows.scan(new KeyState(column, selection.nextPass())).pass);
    }
    long count = selection.count(0);
    long[] quotas = quotas(count);
    long[] times = LongStream.of(selection.keys(0)).distinct().toArray();
    CountState counts = rows.scan(new CountState(column, times));

    List<Cut> cuts = best(quotas, counts);
    long[] sizes = sizes(cuts.get(0), cuts.get(1), count);
    long[] last =
        cuts.stream()
            .distinct()
            .filter(cut -> cut.rows > 0 && cut.rows < count)
            .mapToLong(Cut::last)
            .toArray();
    return new TimeSplit(
        column,
        Segments.of(sizes, Parts.RATIO_SPLITS, last),
        Parts.bySplit(quotas, Parts.RATIO_SPLITS));
  }

  private long[] quotas(long count) {
    return LargestRemainder.allocate(count, ratios, 1);
  }

  /** Ranks of the last row of train and of the last row before test, where there are rows. */
  private static long[] ranks(long[] quotas) {
    return LongStream.of(quotas[0], quotas[0] + quotas[1])
        .filter(end -> end > 0)
        .map(end -> end - 1)
        .toArray();
  }

  private static List<Cut> best(long[] quotas, CountState counts) {
    List<Cut> best = List.of();
    long fewest = Long.MAX_VALUE;
    long least = Long.MAX_VALUE;
    for (Cut first : places(quotas[0], counts)) {
      for (Cut second : places(quotas[0] + quotas[1], counts)) {
        long[] sizes = sizes(first, second, counts.rows);
        long empty = 0;
        long deviation = 0;
        for (int i = 0; i < sizes.length; i++) {
          empty += quotas[i] > 0 && sizes[i] == 0 ? 1 : 0;
          deviation += Math.abs(sizes[i] - quotas[i]);
        }
        boolean better = empty < fewest || (empty == fewest && deviation < least);
        if (sizes[1] >= 0 && better) {
          best = List.of(first, second);
          fewest = empty;
          least = deviation;
        }
      }
    }
    return best;
  }

  /** Where a cut after so many rows may be: there, or around the rows that it would part. */
  private static List<Cut> places(long wanted, CountState counts) {
    List<Cut> places = new ArrayList<>();
    for (int i = 0; i < counts.times.length; i++) {
      if (counts.before[i] < wanted && wanted <= counts.upTo[i]) {
        // Nothing lies between a time and the number below it.
        places.add(new Cut(counts.before[i], counts.times[i] - 1));
        places.add(new Cut(counts.upTo[i], counts.times[i]));
      }
    }
    return places.isEmpty() ? List.of(new Cut(0, 0)) : places;
  }

  private static long[] sizes(Cut first, Cut second, long rows) {
    return new long[] {first.rows, second.rows - first.rows, rows - second.rows};
  }

  private static final class KeyState implements RowState<KeyState> {
    private static final long serialVersionUID = 1L;

    private final TimeColumn column;
    private final RankSelection.Pass pass;

    KeyState(TimeColumn column, RankSelection.Pass pass) {
      this.column = column;
      this.pass = pass;
    }

    @Override
    public void add(TypedRow row) {
      OptionalLong key = column.key(row);
      if (key.isPresent()) {
        pass.add(0, key.getAsLong());
      }
    }

    @Override
    public void merge(KeyState other) {
      pass.merge(other.pass);
    }
  }

  /** Counts rows before and up to each of a few times. */
  private static final class CountState implements RowState<CountState> {
    private static final long serialVersionUID = 1L;

    private final TimeColumn column;
    private final long[] times;
    private final long[] before;
    private final long[] upTo;
    private long rows;

    CountState(TimeColumn column, long[] times) {
      this.column = column;
      this.times = times;
      before = new long[times.length];
      upTo = new long[times.length];
    }

    @Override
    public void add(TypedRow row) {
      OptionalLong key = column.key(row);
      if (key.isEmpty()) {
        return;
      }
      rows++;
      for (int i = 0; i < times.length; i++) {
        int order = Long.compareUnsigned(key.getAsLong(), times[i]);
        before[i] += order < 0 ? 1 : 0;
        upTo[i] += order <= 0 ? 1 : 0;
      }
    }

    @Override
    public void merge(CountState other) {
      rows += other.rows;
      for (int i = 0; i < times.length; i++) {
        before[i] += other.before[i];
        upTo[i] += other.upTo[i];
      }
    }
  }
}
