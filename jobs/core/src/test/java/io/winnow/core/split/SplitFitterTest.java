package io.winnow.core.split;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.winnow.core.config.SplitConfig;
import io.winnow.core.config.SplitRatios;
import io.winnow.core.config.SplitStrategy;
import io.winnow.core.hash.Hash128;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.scan.RowState;
import io.winnow.core.statistics.GoldenCases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SplitFitterTest {
  private static final JsonNode GOLDEN = golden();
  private static final RowLayout LAYOUT = new RowLayout(List.of("stratum"), List.of("part"));
  private static final List<TypedRow> ROWS =
      GoldenCases.stream(GOLDEN.get("rows"))
          .map(row -> row(row.get("stratum").asInt(), key(row.get("key"))))
          .toList();
  private static final Strata STRATA = new NumberStrata(9);

  /** The stratum that the only number of a row names; none where it is missing. */
  private record NumberStrata(int count) implements Strata {
    @Override
    public int of(TypedRow row) {
      return Double.isNaN(row.numbers[0]) ? -1 : (int) row.numbers[0];
    }
  }

  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.stream(GOLDEN.get("cases"))
        .map(each -> Named.of(each.get("name").asText(), each));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void assignsAsSortingDoesHoweverTheRowsAreDealtOut(JsonNode golden) {
    List<Split> expected =
        golden.get("splits").asText().chars().mapToObj(SplitFitterTest::split).toList();
    SplitConfig config =
        config(
            SplitStrategy.valueOf(golden.get("strategy").asText().toUpperCase(Locale.ROOT)),
            golden.get("ratios").asText(),
            golden.get("seed").asLong());

    PartedRows.everyWay(LAYOUT, ROWS)
        .forEach(
            rows ->
                assertThat(splits(SplitFitter.fit(config, rows, STRATA), ROWS))
                    .isEqualTo(expected));
  }

  private static Split split(int letter) {
    return switch (letter) {
      case 'r' -> Split.TRAIN;
      case 'v' -> Split.VALIDATION;
      case 's' -> Split.TEST;
      default -> throw new IllegalArgumentException("no split " + (char) letter);
    };
  }

  /** Sizes of small classes, by hand: train, validation, test. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.8/0.1/0.1, 1, 0, 0",
    "2, 0.8/0.1/0.1, 2, 0, 0",
    "3, 0.8/0.1/0.1, 1, 1, 1",
    "4, 0.8/0.1/0.1, 2, 1, 1",
    "10, 0.8/0.1/0.1, 8, 1, 1",
    "15, 0.8/0.1/0.1, 12, 2, 1",
    "97, 0.8/0.1/0.1, 77, 10, 10",
    "1, 0.8/0.2/0, 1, 0, 0",
    "2, 0.8/0.2/0, 1, 1, 0",
    "10, 0.8/0.2/0, 8, 2, 0",
    "1000, 0.7/0.15/0.15, 700, 150, 150",
    "5, 1/0/0, 5, 0, 0"
  })
  void quotasAreExact(int size, String ratios, long train, long validation, long test) {
    List<TypedRow> rows =
        IntStream.range(0, size).mapToObj(i -> row(0, new Hash128(31, i))).toList();

    SplitAssignment assignment =
        SplitFitter.fit(
            config(SplitStrategy.STRATIFIED, ratios, 1),
            PartedRows.whole(LAYOUT, rows),
            new NumberStrata(1));
    Map<Split, Long> sizes =
        splits(assignment, rows).stream()
            .collect(Collectors.groupingBy(split -> split, Collectors.counting()));

    assertThat(
            Stream.of(Split.TRAIN, Split.VALIDATION, Split.TEST)
                .map(split -> sizes.getOrDefault(split, 0L)))
        .containsExactly(train, validation, test);
  }

  @Test
  void anotherSeedGivesAnotherSplit() {
    List<Split> first = splits(fit(1), ROWS);
    List<Split> second = splits(fit(2), ROWS);

    long moved = IntStream.range(0, ROWS.size()).filter(i -> first.get(i) != second.get(i)).count();
    // Of two independent draws 0.66 agree on average.
    assertThat((double) moved / ROWS.size()).isBetween(0.2, 0.5);
  }

  @Test
  void rowsWithEqualKeysStayTogether() {
    Map<Hash128, List<Split>> byKey =
        ROWS.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.key,
                    Collectors.mapping(row -> fit(1).of(row).orElseThrow(), Collectors.toList())));

    assertThat(byKey.values()).anyMatch(splits -> splits.size() > 1);
    assertThat(byKey.values()).allMatch(splits -> splits.stream().distinct().count() == 1);
  }

  @Test
  void oneKeyForAllRowsLeavesThemInTrain() {
    List<TypedRow> rows = IntStream.range(0, 100).mapToObj(i -> row(0, new Hash128(1, 1))).toList();

    SplitAssignment assignment =
        SplitFitter.fit(
            config(SplitStrategy.RANDOM, "0.8/0.1/0.1", 1), PartedRows.whole(LAYOUT, rows), STRATA);
    assertThat(splits(assignment, rows)).containsOnly(Split.TRAIN);
  }

  @Test
  void aRowWithoutAStratumBelongsToNoSplitAndCountsForNoQuota() {
    List<TypedRow> rows = new ArrayList<>(ROWS);
    TypedRow stray = row(Double.NaN, new Hash128(5, 5));
    rows.add(stray);

    SplitAssignment assignment =
        SplitFitter.fit(
            config(SplitStrategy.STRATIFIED, "0.8/0.1/0.1", 1),
            PartedRows.whole(LAYOUT, rows),
            STRATA);
    assertThat(assignment.of(stray)).isEmpty();
    assertThat(splits(assignment, ROWS)).isEqualTo(splits(fit(1), ROWS));
  }

  @Test
  void aColumnMayNameTheSplit() {
    SplitRatios ratios = new SplitRatios(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
    TypedRow train = new TypedRow(LAYOUT);
    train.texts[0] = "train";
    SplitAssignment assignment =
        SplitFitter.fit(
            new SplitConfig(SplitStrategy.COLUMN, ratios, 1, "part", null, null, 10),
            PartedRows.whole(LAYOUT, List.of(train)),
            STRATA);

    assertThat(Stream.of("train", "validation", "val", "test").map(cell -> of(assignment, cell)))
        .containsExactly(
            Optional.of(Split.TRAIN),
            Optional.of(Split.VALIDATION),
            Optional.of(Split.VALIDATION),
            Optional.of(Split.TEST));
    assertThat(Stream.of("Train", "", "holdout").map(cell -> of(assignment, cell)))
        .containsOnly(Optional.empty());
    assertThat(of(assignment, null)).isEmpty();
  }

  private static Optional<Split> of(SplitAssignment assignment, @Nullable String cell) {
    TypedRow row = new TypedRow(LAYOUT);
    row.texts[0] = cell;
    return assignment.of(row);
  }

  @Test
  void trainRowsAreThoseOfTrain() {
    SplitAssignment assignment = fit(1);
    TrainRows train = assignment.train(PartedRows.dealt(LAYOUT, ROWS, 3));

    long expected = splits(assignment, ROWS).stream().filter(split -> split == Split.TRAIN).count();
    assertThat(train.layout()).isEqualTo(LAYOUT);
    assertThat(train.rows().scan(new Count()).rows).isEqualTo(expected).isLessThan(ROWS.size());
    assertThat(train.after(SplitFitterTest::isEvenStratum).rows().scan(new Count()).rows)
        .isLessThan(expected);
  }

  private static boolean isEvenStratum(TypedRow row, CellEffects effects) {
    return row.numbers[0] % 2 == 0;
  }

  @Test
  void onlyThisPackageMakesTrainRows() {
    assertThat(TrainRows.class.getDeclaredConstructors())
        .allMatch(
            constructor ->
                (constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0);
    assertThat(Modifier.isFinal(TrainRows.class.getModifiers())).isTrue();
    assertThat(SplitAssignment.class.isSealed()).isTrue();
    assertThat(Arrays.asList(SplitAssignment.class.getPermittedSubclasses()))
        .allMatch(type -> !Modifier.isPublic(type.getModifiers()));
  }

  private static final class Count implements RowState<Count> {
    private static final long serialVersionUID = 1L;
    private long rows;

    @Override
    public void add(TypedRow row) {
      rows++;
    }

    @Override
    public void merge(Count other) {
      rows += other.rows;
    }
  }

  private static SplitAssignment fit(long seed) {
    return SplitFitter.fit(
        config(SplitStrategy.STRATIFIED, "0.8/0.1/0.1", seed),
        PartedRows.whole(LAYOUT, ROWS),
        STRATA);
  }

  private static SplitConfig config(SplitStrategy strategy, String ratios, long seed) {
    String[] shares = ratios.split("/", -1);
    return new SplitConfig(
        strategy,
        new SplitRatios(
            new BigDecimal(shares[0]), new BigDecimal(shares[1]), new BigDecimal(shares[2])),
        seed,
        null,
        null,
        null,
        10);
  }

  private static List<Split> splits(SplitAssignment assignment, List<TypedRow> rows) {
    return rows.stream().map(row -> assignment.of(row).orElseThrow()).toList();
  }

  private static TypedRow row(double stratum, Hash128 key) {
    TypedRow row = new TypedRow(LAYOUT);
    row.numbers[0] = stratum;
    row.key = key;
    return row;
  }

  private static Hash128 key(JsonNode words) {
    return new Hash128(words.get(0).longValue(), words.get(1).longValue());
  }

  private static JsonNode golden() {
    try (InputStream in = SplitFitterTest.class.getResourceAsStream("/split/splits.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
