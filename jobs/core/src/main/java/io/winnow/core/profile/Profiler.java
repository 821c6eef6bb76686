package io.winnow.core.profile;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.profile.NumberSummary.Histogram;
import io.winnow.core.profile.Profile.RowSummary;
import io.winnow.core.profile.TopValues.TopValue;
import io.winnow.core.row.RowLayout;
import io.winnow.core.scan.QuantileScan;
import io.winnow.core.scan.Rows;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.statistics.CorrelationState;
import io.winnow.core.statistics.Frequencies;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Profiles typed rows: a scan for counts, moments and values, two or three for exact quantiles, one
 * for histograms and correlations.
 */
public final class Profiler {
  private static final double[] PROBABILITIES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

  private final ProfileConfig config;
  private final TableSchema table;
  private final @Nullable LabelConfig label;
  private final Rows rows;
  private final RowLayout layout;
  private final TableState state;
  private final List<SuggestedColumn> suggested;
  private final Map<String, double[]> quantiles = new TreeMap<>();

  /**
   * A profiler of rows that a first scan has seen.
   *
   * @param rows every column of the table; of a sensitive one, only whether it is observed
   * @param state of these rows
   * @param suggested by the order of the schema
   */
  public Profiler(
      ProfileConfig config,
      TableSchema table,
      @Nullable LabelConfig label,
      Rows rows,
      TableState state,
      List<SuggestedColumn> suggested) {
    this.config = config;
    this.table = table;
    this.label = label;
    this.rows = rows;
    this.layout = rows.layout();
    this.state = state;
    this.suggested = suggested;
  }

  /** The profile, without checks. */
  public Profile profile(RowSummary counted) {
    scanQuantiles();
    int[] spread =
        numeric().filter(c -> deviation(c) > 0 && Double.isFinite(deviation(c))).toArray();
    int[] correlated = IntStream.of(spread).limit(config.correlationColumns()).toArray();
    ShapeState shape = rows.scan(shape(correlated));
    List<ColumnProfile> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      columns.add(column(table.columns().get(i), suggested.get(i), shape));
    }
    return new Profile(
        Profile.SCHEMA_VERSION,
        table.table(),
        counted,
        List.of(),
        balance(),
        columns,
        correlation(correlated, spread, shape.correlations()));
  }

  private void scanQuantiles() {
    int[] columns = numeric().toArray();
    List<double[]> found = QuantileScan.quantiles(rows, columns, PROBABILITIES);
    for (int i = 0; i < columns.length; i++) {
      quantiles.put(layout.numbers().get(columns[i]), found.get(i));
    }
  }

  /** Numeric columns with values that may be shown. */
  private IntStream numeric() {
    return IntStream.range(0, layout.numbers().size())
        .filter(c -> !isSensitive(layout.numbers().get(c)))
        .filter(c -> state.number(c).observed() > 0);
  }

  private double deviation(int column) {
    return state.number(column).moments().standardDeviation(0);
  }

  private ShapeState shape(int[] correlated) {
    @Nullable HistogramState[] histograms = new @Nullable HistogramState[layout.numbers().size()];
    numeric()
        .filter(c -> state.number(c).min() < state.number(c).max())
        .forEach(
            c -> histograms[c] = new HistogramState(state.number(c).min(), state.number(c).max()));
    double[] means =
        IntStream.of(correlated).mapToDouble(c -> state.number(c).moments().mean()).toArray();
    double[] deviations = IntStream.of(correlated).mapToDouble(this::deviation).toArray();
    return new ShapeState(
        histograms, new CorrelationState(correlated, means, deviations, state.rows()));
  }

  private ColumnProfile column(ColumnSchema column, SuggestedColumn suggestion, ShapeState shape) {
    int number = layout.number(column.name());
    int text = layout.text(column.name());
    long observed = number >= 0 ? state.number(number).observed() : state.text(text).observed();
    long missing = number >= 0 ? state.number(number).missing() : state.text(text).missing();
    boolean shown = column.role() != Role.SENSITIVE;
    boolean filled = shown && observed > 0;
    return new ColumnProfile(
        column.name(),
        column.role(),
        suggestion.declared(),
        suggestion.inferred(),
        observed,
        missing,
        state.rows() == 0 ? 0 : (double) missing / state.rows(),
        shown ? distinct(number, text) : null,
        filled && number >= 0 ? numbers(number, shape) : null,
        filled && text >= 0 ? state.text(text).summary() : null,
        filled ? top(number, text, observed) : null,
        suggestion.markers(),
        suggestion.notes());
  }

  private DistinctCount distinct(int number, int text) {
    return number >= 0
        ? state.number(number).distinct().count()
        : state.text(text).distinct().count();
  }

  private NumberSummary numbers(int column, ShapeState shape) {
    NumberState numbers = state.number(column);
    double deviation = deviation(column);
    HistogramState histogram = shape.histogram(column);
    Histogram bins = histogram == null ? null : histogram.histogram();
    double[] values = quantiles.getOrDefault(layout.numbers().get(column), new double[0]);
    Map<String, Double> byProbability = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      byProbability.put(Double.toString(PROBABILITIES[i]), values[i]);
    }
    return new NumberSummary(
        numbers.min(),
        numbers.max(),
        numbers.moments().mean(),
        Double.isFinite(deviation) ? deviation : null,
        numbers.zeros(),
        byProbability,
        bins);
  }

  private @Nullable TopValues top(int number, int text, long observed) {
    return number >= 0
        ? top(state.number(number).distinct(), observed, Numbers::plain)
        : top(state.text(text).distinct(), observed, value -> value);
  }

  private <T extends Comparable<T> & Serializable> @Nullable TopValues top(
      DistinctState<T> distinct, long observed, Function<T, String> name) {
    Frequencies<T> counts = distinct.frequencies().orElse(null);
    if (counts == null) {
      return null;
    }
    List<TopValue> values =
        distinct.top(config.topValues()).stream()
            .map(
                value ->
                    new TopValue(
                        name.apply(value),
                        counts.count(value),
                        (double) counts.count(value) / observed))
            .toList();
    return new TopValues(values, values.size() == counts.distinct());
  }

  private @Nullable LabelBalance balance() {
    int text = label == null ? -1 : layout.text(label.column());
    if (label == null || text < 0 || isSensitive(label.column())) {
      return null;
    }
    TextState column = state.text(text);
    return column
        .distinct()
        .frequencies()
        .map(values -> LabelBalance.of(label, column, values))
        .orElse(null);
  }

  private Correlation correlation(int[] correlated, int[] spread, CorrelationState correlations) {
    List<List<@Nullable Double>> matrix = new ArrayList<>();
    for (int i = 0; i < correlated.length; i++) {
      List<@Nullable Double> line = new ArrayList<>();
      for (int j = 0; j < correlated.length; j++) {
        line.add(correlations.of(i, j));
      }
      matrix.add(line);
    }
    List<String> names = IntStream.of(spread).mapToObj(layout.numbers()::get).toList();
    return new Correlation(
        names.subList(0, correlated.length),
        names.subList(correlated.length, names.size()),
        matrix);
  }

  private boolean isSensitive(String name) {
    return table.column(name).filter(column -> column.role() == Role.SENSITIVE).isPresent();
  }
}
