package io.winnow.prepare.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.winnow.core.config.DedupConfig;
import io.winnow.core.config.ExactDedup;
import io.winnow.core.config.NearAction;
import io.winnow.core.config.NearConfig;
import io.winnow.core.config.Shingling;
import io.winnow.core.manifest.DedupReport.NearReport;
import io.winnow.prepare.LocalSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables with known duplicates, scored by pairs from the final clusters. */
class RealNearDuplicatesTest {
  private static final List<String> FEBRL =
      List.of(
          "given_name",
          "surname",
          "street_number",
          "address_1",
          "address_2",
          "suburb",
          "postcode",
          "state",
          "date_of_birth",
          "soc_sec_id");
  private static final List<String> RESTAURANT = List.of("name", "addr", "phone", "city", "type");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"febrl1, 0.3, 0.995", "febrl3, 0.3, 0.995", "restaurant, 0.6, 0.85"})
  void findsTheTruePairsAtTheThresholdOfEach(String name, double threshold, double least) {
    findsTheTruePairs(name, threshold, least);
  }

  @ParameterizedTest
  @Tag("long")
  @CsvSource({"febrl1, 0.45, 0.99", "febrl3, 0.45, 0.99", "restaurant, 0.45, 0.47"})
  void findsWhatOneThresholdForAllCan(String name, double threshold, double least) {
    findsTheTruePairs(name, threshold, least);
  }

  private void findsTheTruePairs(String name, double threshold, double least) {
    NearReport near = run(name, threshold);
    assertThat(near.gold()).isNotNull();
    assertThat(near.gold().f1()).isGreaterThanOrEqualTo(least);
  }

  private NearReport run(String name, double threshold) {
    boolean febrl = name.startsWith("febrl");
    String key = febrl ? "rec_id" : "id";
    List<String> columns = febrl ? FEBRL : RESTAURANT;
    List<String> declared = new ArrayList<>(List.of(key + ":TEXT:KEY"));
    columns.forEach(column -> declared.add(column + ":TEXT:IGNORE"));
    var table = new DedupTable(declared.toArray(String[]::new));
    NearConfig near =
        new NearConfig(
            columns,
            Shingling.CHARACTERS,
            3,
            threshold,
            null,
            null,
            50,
            NearAction.DELETE,
            List.of(),
            file("gold/" + name + "_pairs.csv.gz").toString());
    var rows =
        LocalSpark.session()
            .read()
            .option("header", true)
            .option("sep", febrl ? "," : "|")
            .option("ignoreLeadingWhiteSpace", true)
            .csv(file(name + ".csv.gz").toString());
    assertThat(rows.columns()[0]).isEqualTo(key);
    return table
        .run(
            new DedupConfig(ExactDedup.ROW, List.of(), List.of(), near),
            rows.javaRDD(),
            folder.resolve("dedup"))
        .distinct()
        .report()
        .near();
  }

  private static Path file(String name) {
    String data = System.getenv("WINNOW_TEST_DATA");
    assumeTrue(data != null, "[data] WINNOW_TEST_DATA is not set");
    Path file = Path.of(data).resolve(name);
    assumeTrue(Files.exists(file), "[data] no " + file);
    return file;
  }
}
