package io.winnow.prepare.dedup;

import static io.winnow.core.config.SurvivorOrder.Direction.ASCENDING;
import static io.winnow.core.config.SurvivorOrder.Direction.DESCENDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.DedupConfig;
import io.winnow.core.config.ExactDedup;
import io.winnow.core.config.SurvivorOrder;
import io.winnow.core.manifest.Warning;
import io.winnow.prepare.dedup.DedupTable.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that were worked out by hand. */
class KeyDuplicatesTest {
  private static final DedupTable TABLE =
      new DedupTable(
          "id:TEXT:KEY",
          "mail:TEXT:SENSITIVE",
          "shop:INTEGER:FEATURE",
          "seen:NUMBER:IGNORE",
          "note:TEXT:IGNORE");

  /** Columns id, mail, shop, seen and note. */
  private static final List<Row> ROWS =
      DedupTable.rows(
          "a,x@y,1,10,m",
          "b,x@y,1.0,9,n", // The same shop, written otherwise; 9 is less than 10 as a number.
          "c,x@y,1,,a", // Missing comes last.
          "d,x@y,2,1,a",
          "e,,1,5,a", // A key with a missing cell equals no other.
          "f,,1,5,a",
          "g,z@y,3,7,b",
          "h,z@y,3,7,B", // Capitals stand before small letters.
          "i,z@y,4,1,c",
          "j,z@y,4,1,c", // The order ties: the smaller row key stays.
          "k,q@y,9,1,c",
          "k,q@y,9,1,c"); // Equal rows.

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void theFirstInTheDeclaredOrderStays(int partitions) {
    Path audit = folder.resolve("dedup");
    Outcome outcome =
        TABLE.run(
            config(new SurvivorOrder("seen", ASCENDING), new SurvivorOrder("note", ASCENDING)),
            ROWS,
            partitions,
            audit);

    assertThat(outcome.keys()).containsExactly("b", "d", "e", "f", "h", "i", "k");
    assertThat(outcome.auditRows())
        .containsExactly(
            "exactKey|b|a|null|null|null",
            "exactKey|b|c|null|null|null",
            "exactKey|h|g|null|null|null",
            "exactKey|i|j|null|null|null",
            "exactRow|k|null|1|null|null");
    assertThat(outcome.distinct().rows()).isEqualTo(7);
    assertThat(outcome.distinct().report().exactRow()).isEqualTo(1);
    assertThat(outcome.distinct().report().exactKey()).isEqualTo(4);
    assertThat(outcome.distinct().warnings())
        .containsExactly(
            new Warning(
                "DEDUP_KEY_MISSING",
                "dedup.key: 2 rows miss one of mail, shop; they were compared with no other row"));
  }

  @Test
  void missingComesLastInEitherDirection() {
    Outcome outcome =
        TABLE.run(config(new SurvivorOrder("seen", DESCENDING)), ROWS, 3, folder.resolve("dedup"));
    assertThat(outcome.keys()).containsExactly("a", "d", "e", "f", "g", "i", "k");
  }

  @Test
  void withoutDuplicatesNothingIsWritten() {
    Outcome outcome = TABLE.run(config(), ROWS.subList(0, 1), 2, folder.resolve("dedup"));
    assertThat(outcome.keys()).containsExactly("a");
    assertThat(folder.resolve("dedup")).doesNotExist();
  }

  private static DedupConfig config(SurvivorOrder... order) {
    return new DedupConfig(ExactDedup.KEY, List.of("mail", "shop"), List.of(order), null);
  }
}
