package io.winnow.core.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the generator says of its table is compared with what stands in the file. */
class DemoTableTest {
  private static final int ROWS = 20_000;
  private static final Set<String> MISSING = Set.of("", "?", "NA");
  private static final Map<String, Double> GREATEST_RIGHT_VALUE =
      Map.of("monthly_charge", 150.0, "data_gb", 400.0, "call_minutes", 1_500.0);

  private static SampleFacts facts = facts(0);
  private static List<String> header = List.of();
  private static List<List<String>> raw = List.of();
  private static List<List<String>> trimmed = List.of();

  @BeforeAll
  static void generate() throws IOException {
    StringWriter csv = new StringWriter();
    facts = SampleTable.DEMO.write(csv, ROWS, 7);
    List<List<String>> lines = CsvText.rows(csv.toString());
    header = lines.get(0);
    raw = lines.subList(1, lines.size());
    trimmed = raw.stream().map(row -> row.stream().map(String::strip).toList()).toList();
  }

  @Test
  void everyRowIsComplete() {
    assertThat(raw).hasSize(ROWS).allSatisfy(row -> assertThat(row).hasSameSizeAs(header));
    assertThat(facts.rows()).isEqualTo(ROWS);
  }

  @Test
  void exactDuplicatesAreTwoPercent() {
    assertThat(ROWS - new HashSet<>(trimmed).size()).isEqualTo(400);
    assertThat(facts.exactDuplicates()).isEqualTo(400);
  }

  @Test
  void nearDuplicatesDifferInSpellingOnly() {
    Map<List<String>, Set<List<String>>> spellings = new HashMap<>();
    for (List<String> row : trimmed) {
      spellings
          .computeIfAbsent(row.subList(2, row.size()), key -> new HashSet<>())
          .add(row.subList(0, 2));
    }
    long near = spellings.values().stream().mapToLong(names -> names.size() - 1L).sum();
    assertThat(near).isEqualTo(200).isEqualTo(facts.nearDuplicates());
  }

  @Test
  void malformedRowsHaveACellThatTheSchemaRefuses() {
    long malformed =
        trimmed.stream()
            .filter(
                row ->
                    cell(row, "tenure_months").equals("1O")
                        || cell(row, "monthly_charge").equals("59,90")
                        || cell(row, "support_calls").equals("-1")
                        || cell(row, "contract").equals("trial"))
            .count();
    assertThat(malformed).isEqualTo(60).isEqualTo(facts.malformed());
  }

  @Test
  void missingCellsComeInThreeNotations() {
    Map<String, Long> missing = new TreeMap<>();
    Set<String> notations = new HashSet<>();
    for (List<String> row : trimmed) {
      for (int i = 0; i < row.size() - 1; i++) {
        if (MISSING.contains(row.get(i))) {
          missing.merge(header.get(i), 1L, Long::sum);
          notations.add(row.get(i));
        }
      }
    }
    assertThat(missing).isEqualTo(facts.missing());
    assertThat(missing.keySet())
        .containsExactlyInAnyOrder(
            "age",
            "data_gb",
            "device",
            "download_mbps",
            "payment",
            "region",
            "satisfaction",
            "total_charges");
    assertThat(notations).isEqualTo(MISSING);
  }

  @Test
  void outliersAreAboutOnePercentAndFarOutside() {
    Map<String, Long> outliers = new TreeMap<>();
    GREATEST_RIGHT_VALUE.forEach(
        (column, greatest) ->
            outliers.put(
                column,
                trimmed.stream()
                    .map(row -> cell(row, column))
                    .filter(Predicate.not(MISSING::contains).and(text -> !text.equals("59,90")))
                    .filter(text -> Double.parseDouble(text) > greatest)
                    .count()));
    assertThat(outliers).isEqualTo(facts.outliers());
    assertThat(outliers.values().stream().mapToLong(Long::longValue).sum() / (double) ROWS)
        .isCloseTo(0.01, within(0.003));
  }

  @Test
  void theLabelIsRareAndSometimesMissing() {
    long yes = trimmed.stream().filter(row -> cell(row, "churned").equals("yes")).count();
    long unlabelled =
        trimmed.stream().filter(row -> MISSING.contains(cell(row, "churned"))).count();
    assertThat(yes).isEqualTo(facts.positives());
    assertThat(yes / (double) ROWS).isCloseTo(0.2, within(0.02));
    assertThat(unlabelled).isEqualTo(40).isEqualTo(facts.unlabelled());
  }

  @Test
  void someCellsHaveBlanksAroundThem() {
    long padded =
        raw.stream().flatMap(List::stream).filter(cell -> !cell.equals(cell.strip())).count();
    assertThat(padded).isEqualTo(facts.padded()).isGreaterThan(ROWS / 4);
  }

  @Test
  void theTableDependsOnRowsAndSeedOnly() throws IOException {
    Locale locale = Locale.getDefault();
    String usual = table(500, 1);
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      assertThat(table(500, 1)).isEqualTo(usual);
    } finally {
      Locale.setDefault(locale);
    }
    assertThat(table(500, 2)).isNotEqualTo(usual);
    assertThat(DigestUtils.sha256Hex(usual))
        .isEqualTo("800d483c618469d5a607ff9c0ea794c5ff60ef9a4c6f0658d2eb003f8a1b1309");
  }

  @Test
  void smallTablesWork() throws IOException {
    for (int rows = 0; rows <= 60; rows++) {
      assertThat(table(rows, 1).lines().count()).isEqualTo(rows + 1L);
    }
  }

  private static String table(int rows, long seed) throws IOException {
    StringWriter csv = new StringWriter();
    SampleTable.DEMO.write(csv, rows, seed);
    return csv.toString();
  }

  private static String cell(List<String> row, String column) {
    return row.get(header.indexOf(column));
  }

  private static SampleFacts facts(long rows) {
    return new SampleFacts(rows, 0, 0, 0, 0, 0, 0, Map.of(), Map.of());
  }
}
