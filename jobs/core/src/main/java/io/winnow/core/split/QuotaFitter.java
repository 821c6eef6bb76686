package io.winnow.core.split;

import io.winnow.core.hash.SeededHash;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.scan.Rows;
import io.winnow.core.statistics.LargestRemainder;
import io.winnow.core.statistics.RankSelection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the exact quotas of a split, and who fills them: the groups first, then in every stratum
 * the rows that are in no group, as many as are still wanted.
 */
final class QuotaFitter {
  private final long seed;
  private final Strata strata;
  private final Parts parts;
  private final Rows rows;

  private QuotaFitter(long seed, Strata strata, Parts parts, Rows rows) {
    this.seed = seed;
    this.strata = strata;
    this.parts = parts;
    this.rows = rows;
  }

  static QuotaSplit fit(long seed, Strata strata, Parts parts, Rows rows) {
    return new QuotaFitter(seed, strata, parts, rows).fit();
  }

  private QuotaSplit fit() {
    List<long[]> alone = new ArrayList<>();
    RankSelection selection =
        new RankSelection(
            strata.count(),
            (stratum, count) -> Segments.lastRanks(alone.get(stratum), parts.splits()));
    UnitState units = rows.scan(new UnitState(seed, strata, selection.nextPass()));
    long[] totals = units.totals();
    long[][] quotas = quotas(totals);
    GroupDeal deal =
        GroupDeal.of(units.groups, parts.shares(), totals, Arrays.stream(units.alone).sum());
    for (int stratum = 0; stratum < totals.length; stratum++) {
      alone.add(left(units.alone[stratum], quotas[stratum], deal, stratum));
    }
    selection.accept(units.pass);
    while (!selection.done()) {
      selection.accept(rows.scan(new UnitState(seed, strata, selection.nextPass())).pass);
    }

    List<Segments> segments = new ArrayList<>();
    for (int stratum = 0; stratum < totals.length; stratum++) {
      segments.add(Segments.of(alone.get(stratum), parts.splits(), selection.keys(stratum)));
    }
    return new QuotaSplit(
        seed,
        strata,
        segments,
        GroupSplits.of(units.groups, deal, parts.splits()),
        Parts.bySplit(sums(quotas), parts.splits()));
  }

  private long[][] quotas(long[] totals) {
    long[][] quotas = new long[totals.length][];
    long before = 0;
    for (int stratum = 0; stratum < totals.length; stratum++) {
      quotas[stratum] = parts.quotas(before, totals[stratum]);
      before += totals[stratum];
    }
    return quotas;
  }

  /** What is left to rows in no group; where groups took more than a quota, the others shrink. */
  private static long[] left(long alone, long[] quotas, GroupDeal deal, int stratum) {
    long[] left = new long[quotas.length];
    for (int part = 0; part < left.length; part++) {
      left[part] = Math.max(0, quotas[part] - deal.dealt(stratum, part));
    }
    long wanted = Arrays.stream(left).sum();
    if (wanted == alone) {
      return left;
    }
    double[] shares = Arrays.stream(left).mapToDouble(each -> (double) each / wanted).toArray();
    return LargestRemainder.allocate(alone, shares, 0);
  }

  private long[] sums(long[][] quotas) {
    long[] sums = new long[parts.splits().size()];
    for (long[] stratum : quotas) {
      for (int part = 0; part < sums.length; part++) {
        sums[part] += stratum[part];
      }
    }
    return sums;
  }

  /** Ranks rows in no group, and counts the rows of groups. */
  private static final class UnitState implements RowState<UnitState> {
    private static final long serialVersionUID = 1L;

    private final long seed;
    private final Strata strata;
    private final RankSelection.Pass pass;
    private final long[] alone;
    private final GroupTable groups;

    UnitState(long seed, Strata strata, RankSelection.Pass pass) {
      this.seed = seed;
      this.strata = strata;
      this.pass = pass;
      alone = new long[strata.count()];
      groups = new GroupTable(strata.count());
    }

    @Override
    public void add(TypedRow row) {
      int stratum = strata.of(row);
      if (stratum < 0) {
        return;
      }
      long place = SeededHash.of(seed, row.unit());
      if (row.group == null) {
        alone[stratum]++;
        pass.add(stratum, place);
      } else {
        groups.add(place, stratum, 1);
      }
    }

    @Override
    public ColumnSet columns(RowLayout layout) {
      return strata.columns(layout);
    }

    @Override
    public void merge(UnitState other) {
      pass.merge(other.pass);
      groups.merge(other.groups);
      for (int stratum = 0; stratum < alone.length; stratum++) {
        alone[stratum] += other.alone[stratum];
      }
    }

    /** Rows by stratum, in groups or not. */
    long[] totals() {
      long[] totals = alone.clone();
      for (int group = 0; group < groups.size(); group++) {
        for (int stratum = 0; stratum < totals.length; stratum++) {
          totals[stratum] += groups.rows(group, stratum);
        }
      }
      return totals;
    }
  }
}
