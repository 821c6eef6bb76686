package io.winnow.core.step.impute.knn;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.Rows;
import io.winnow.core.statistics.Frequencies;
import io.winnow.core.statistics.Moments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What neighbours would fill a few rows with, found among all rows of a table in one scan, without
 * anything being fitted.
 */
public final class KnnProbe {
  private final KnnConfig config;
  private final KnnSpace space;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, List<String>> categories = new TreeMap<>();

  /**
   * A probe that uses what is known of the columns.
   *
   * @param numbers of a numeric feature its observed values
   * @param texts of a categorical feature its observed cells
   */
  public KnnProbe(
      KnnConfig config,
      KnnFeatures features,
      Function<String, Moments> numbers,
      Function<String, Frequencies<String>> texts) {
    this.config = config;
    KnnFeatures used = features.used(config);
    KnnColumns found = new KnnColumns(config, used);
    List<KnnColumn> all = new ArrayList<>();
    for (String name : used.numeric()) {
      all.add(found.number(name, numbers.apply(name)));
    }
    for (String name : used.categorical()) {
      List<String> known = List.copyOf(texts.apply(name).counts().keySet());
      categories.put(name, known);
      all.add(found.category(name, known, texts.apply(name)));
    }
    space = new KnnSpace(all);
    for (int c = 0; c < space.size(); c++) {
      columns.put(space.column(c).name(), c);
    }
  }

  /** How many rows can be probed among that many within the work budget. */
  public int mostProbes(long donors) {
    double each = (double) Math.max(1, donors) * Math.max(1, space.dimensions());
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, config.maxWork() / each));
  }

  /**
   * Searches the neighbours of rows.
   *
   * @param donors all of them, among which the rows may be: a cell that a row lacks is lacking
   *     there, too
   * @param probes rows that lack cells
   */
  public Found search(Rows donors, List<TypedRow> probes) {
    RowLayout layout = donors.layout();
    PointReader reader = new PointReader(space, categories, layout);
    Points points = new Points(space);
    probes.forEach(row -> points.add(reader.point(row), row.key));
    return new Found(
        donors.scan(new ProbeState(space, reader, config.parameters(), points)).search());
  }

  /** The fills of the rows that were searched for. */
  public final class Found {
    private final KnnSearch search;

    private Found(KnnSearch search) {
      this.search = search;
    }

    /** What fills a number that the row lacks. */
    public double number(int row, String column) {
      return search.fill(row, index(column));
    }

    /** What fills a category that the row lacks. */
    public String category(int row, String column) {
      List<String> known = categories.getOrDefault(column, List.of());
      return known.get((int) search.fill(row, index(column)));
    }

    private int index(String column) {
      Integer index = columns.get(column);
      if (index == null) {
        throw new IllegalArgumentException("column '%s' is not in the space".formatted(column));
      }
      return index;
    }
  }
}
