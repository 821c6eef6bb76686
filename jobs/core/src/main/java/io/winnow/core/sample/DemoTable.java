package io.winnow.core.sample;

import io.winnow.core.sample.DemoPlan.Kind;
import io.winnow.core.sample.DemoPlan.PlannedRow;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Customers of an imaginary telephone company, of whom about one in five leaves. Of the rows 2 %
 * are exact duplicates, 1 % near duplicates, 0.3 % malformed, 0.2 % without a label; about 1 % have
 * an outlier. Missing cells are empty, {@code ?} or {@code NA}; some cells have blanks around them.
 */
final class DemoTable {
  private static final int CUSTOMER = 2;
  private static final int DIRT = 3;
  private static final int COPY = 4;
  private static final int BLANKS = 5;
  private static final double PADDED_SHARE = 0.03;
  private static final List<String> MISSING = List.of("", "?", "NA");
  private static final DemoColumn[] COLUMNS = DemoColumn.values();

  private final int rows;
  private final long seed;
  private final DemoPlan plan;
  private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
  private final Map<String, Long> missing = new TreeMap<>();
  private final Map<String, Long> outliers = new TreeMap<>();
  private long positives;
  private long padded;

  DemoTable(int rows, long seed) {
    this.rows = rows;
    this.seed = seed;
    this.plan = new DemoPlan(rows, seed);
  }

  SampleFacts write(Writer csv) throws IOException {
    csv.write(
        Arrays.stream(COLUMNS).map(DemoColumn::header).collect(Collectors.joining(",", "", "\n")));
    for (int position = 0; position < rows; position++) {
      PlannedRow row = plan.at(position);
      kinds.merge(row.kind(), 1L, Long::sum);
      Map<DemoColumn, String> cells = cells(row);
      pad(cells, position);
      csv.write(
          cells.values().stream().map(CellText::csv).collect(Collectors.joining(",", "", "\n")));
    }
    return new SampleFacts(
        rows,
        count(Kind.EXACT_DUPLICATE),
        count(Kind.NEAR_DUPLICATE),
        count(Kind.MALFORMED),
        count(Kind.UNLABELLED),
        positives,
        padded,
        missing,
        outliers);
  }

  /** The cells of a row: the customer's own dirt, which duplicates share, then the row's. */
  private Map<DemoColumn, String> cells(PlannedRow row) {
    Customer customer = CustomerSource.draw(new RowRandom(seed, CUSTOMER, row.customer()));
    RowRandom dirt = new RowRandom(seed, DIRT, row.customer());
    Map<DemoColumn, String> cells = new EnumMap<>(DemoColumn.class);
    for (DemoColumn column : COLUMNS) {
      cells.put(column, cell(column, customer, row.kind(), dirt));
    }
    switch (row.kind()) {
      case ORDINARY, EXACT_DUPLICATE -> {}
      case MALFORMED -> malform(cells, row.customer());
      case UNLABELLED -> cells.put(DemoColumn.CHURNED, notation(dirt));
      case NEAR_DUPLICATE -> misspell(cells, new RowRandom(seed, COPY, row.customer()));
    }
    positives += "yes".equals(cells.get(DemoColumn.CHURNED)) ? 1 : 0;
    return cells;
  }

  private String cell(DemoColumn column, Customer customer, Kind kind, RowRandom dirt) {
    boolean lost = column.isMissing(customer, dirt);
    boolean wild = column.isOutlier(dirt);
    if (lost) {
      missing.merge(column.header(), 1L, Long::sum);
      return notation(dirt);
    }
    if (wild && kind != Kind.MALFORMED) {
      outliers.merge(column.header(), 1L, Long::sum);
      return column.outlier(customer);
    }
    return column.clean(customer);
  }

  /** One cell that its column does not allow, of four kinds in turn. */
  private static void malform(Map<DemoColumn, String> cells, int customer) {
    switch (customer % 4) {
      case 0 -> cells.put(DemoColumn.TENURE_MONTHS, "1O");
      case 1 -> cells.put(DemoColumn.MONTHLY_CHARGE, "59,90");
      case 2 -> cells.put(DemoColumn.SUPPORT_CALLS, "-1");
      default -> cells.put(DemoColumn.CONTRACT, "trial");
    }
  }

  /** The same customer, typed in once more by somebody else. */
  private static void misspell(Map<DemoColumn, String> cells, RowRandom random) {
    if (random.happens(0.3)) {
      cells.replaceAll(
          (column, cell) -> column == DemoColumn.STREET ? cell.toUpperCase(Locale.ROOT) : cell);
    } else {
      cells.replaceAll(
          (column, cell) -> column == DemoColumn.NAME ? People.typo(cell, random) : cell);
    }
  }

  private void pad(Map<DemoColumn, String> cells, int position) {
    RowRandom random = new RowRandom(seed, BLANKS, position);
    cells.replaceAll(
        (column, cell) -> {
          if (!random.happens(PADDED_SHARE)) {
            return cell;
          }
          padded++;
          return random.happens(0.5) ? " " + cell : cell + "  ";
        });
  }

  private static String notation(RowRandom random) {
    return MISSING.get(random.below(MISSING.size()));
  }

  private long count(Kind kind) {
    return kinds.getOrDefault(kind, 0L);
  }
}
