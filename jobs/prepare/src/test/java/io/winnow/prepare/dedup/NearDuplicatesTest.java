package io.winnow.prepare.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.DedupConfig;
import io.winnow.core.config.ExactDedup;
import io.winnow.core.config.NearAction;
import io.winnow.core.config.NearConfig;
import io.winnow.core.config.Shingling;
import io.winnow.core.config.SurvivorOrder;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.DedupReport.NearReport;
import io.winnow.prepare.dedup.DedupTable.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicatesTest {
  private static final DedupTable TABLE =
      new DedupTable("id:TEXT:KEY", "text:TEXT:IGNORE", "year:INTEGER:FEATURE");
  private static final List<SurvivorOrder> NEWEST =
      List.of(new SurvivorOrder("year", SurvivorOrder.Direction.DESCENDING));

  /** Words are letters; a, b and c make a chain whose ends have a similarity of 2/6. */
  private static final List<Row> CHAIN =
      DedupTable.rows(
          "a,p q r s,1",
          "b,p q r t,3",
          "c,q r t u... ,2",
          "d,V w,1",
          "e,w-v!,1",
          "f,x,1",
          "g,,1",
          "h, ?! ,1");

  @TempDir private Path folder;

  @Test
  void oneRowOfAClusterStays() throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.csv"), "l,r\nb,a\na,b\nd,e\nf,g\nz,y\n");
    Outcome outcome = run(CHAIN, NearAction.DELETE, NEWEST, gold.toString(), 3);

    assertThat(outcome.keys()).containsExactly("b", "d", "f", "g", "h");
    assertThat(outcome.auditRows())
        .containsExactly("near|b|a|null|0.6|a", "near|b|c|null|0.6|a", "near|d|e|null|1.0|d");
    NearReport near = report(outcome);
    assertThat(near.withoutText()).isEqualTo(2);
    assertThat(near.clusters()).isEqualTo(2);
    assertThat(near.clustered()).isEqualTo(5);
    assertThat(near.removed()).isEqualTo(3);
    // True pairs a-b, d-e, f-g and y-z; found a-b, a-c, b-c and d-e.
    assertThat(Objects.requireNonNull(near.gold()).precision()).isEqualTo(0.5);
    assertThat(near.gold().recall()).isEqualTo(0.5);
    assertThat(outcome.progress()).last().asString().contains("4 pairs: precision 0.5000");
  }

  @Test
  void clustersThatStayAreOneUnit() {
    Outcome kept = run(CHAIN, NearAction.KEEP, List.of(), null, 3);
    List<String> units = kept.units().stream().map(unit -> unit.substring(2)).toList();
    assertThat(kept.keys()).hasSize(8);
    assertThat(units.get(1)).isEqualTo(units.get(0)).isEqualTo(units.get(2));
    assertThat(units.get(3)).isEqualTo(units.get(4));
    assertThat(units.stream().distinct()).hasSize(5);
    assertThat(kept.auditRows()).isEmpty();

    Outcome flagged = run(CHAIN, NearAction.FLAG, List.of(), null, 3);
    assertThat(flagged.units()).isEqualTo(kept.units());
    assertThat(flagged.auditRows())
        .containsExactly(
            "nearFlagged|a|b|null|0.6|a",
            "nearFlagged|a|c|null|0.3333333333333333|a",
            "nearFlagged|d|e|null|1.0|d");
    assertThat(report(flagged).removed()).isZero();
  }

  @Test
  void clustersBringTheirGroupsAlong() {
    DedupTable table = new DedupTable("id:TEXT:KEY", "text:TEXT:IGNORE", "house:TEXT:GROUP");
    List<Row> rows =
        DedupTable.rows("a,p q,1", "b,p q,2", "c,,2", "d,v w,2", "e,v w,3", "f,x,3", "g,y,4");
    Outcome outcome =
        table.run(config(NearAction.KEEP, List.of(), null), rows, 3, folder.resolve("groups"));
    List<String> units = outcome.units().stream().map(unit -> unit.substring(2)).toList();
    assertThat(units.subList(0, 6).stream().distinct()).hasSize(1);
    assertThat(units.get(6)).isNotEqualTo(units.get(0));
  }

  @Test
  void aSingleRowAndEqualTexts() {
    assertThat(run(CHAIN.subList(0, 1), NearAction.DELETE, NEWEST, null, 2).keys())
        .containsExactly("a");
    List<Row> equal = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      equal.add(RowFactory.create("k%03d".formatted(i), "one and the same", "1"));
    }
    Outcome outcome = run(equal, NearAction.DELETE, NEWEST, null, 3);
    assertThat(outcome.keys()).containsExactly("k000");
    assertThat(report(outcome).candidates()).isZero();
  }

  @Test
  void goldPairsThatCannotBeUsedAreRefused() throws IOException {
    Path wide = Files.writeString(folder.resolve("wide.csv"), "a,b,c\n1,2,3\n");
    assertThatThrownBy(() -> run(CHAIN, NearAction.DELETE, NEWEST, wide.toString(), 1))
        .isInstanceOf(WinnowException.class)
        .hasMessage("dedup.near.gold: '%s' has columns [a, b, c]; it needs two, of row keys", wide);
    assertThatThrownBy(() -> run(CHAIN, NearAction.DELETE, NEWEST, folder + "/none.csv", 1))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("none.csv' cannot be read: ");
  }

  /** Whatever the order and partitions, also where buckets are beyond the limit. */
  @Test
  void dependsOnTheSetOfRowsAlone() {
    List<Row> rows = random();
    Outcome deleted = run(rows, NearAction.DELETE, NEWEST, null, 1);
    assertThat(report(deleted).removed()).isBetween(20L, 150L);
    assertThat(report(deleted).uncompared()).isPositive();
    Collections.shuffle(rows, new Random(9));
    Outcome again = run(rows, NearAction.DELETE, NEWEST, null, 5);
    assertThat(again.keys()).isEqualTo(deleted.keys());
    assertThat(again.auditRows()).isEqualTo(deleted.auditRows());
    assertThat(report(again)).isEqualTo(report(deleted));
  }

  @Test
  @Tag("long")
  void whatIsFlaggedDependsOnTheSetOfRowsAlone() {
    List<Row> rows = random();
    Outcome flagged = run(rows, NearAction.FLAG, List.of(), null, 1);
    Collections.shuffle(rows, new Random(9));
    Outcome again = run(rows, NearAction.FLAG, List.of(), null, 4);
    assertThat(again.units()).isEqualTo(flagged.units());
    assertThat(again.auditRows()).isEqualTo(flagged.auditRows());
  }

  /** One common word, whose buckets are too large, and 4 out of 40; some rows have no text. */
  private static List<Row> random() {
    Random random = new Random(2);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder(i % 40 == 0 ? "" : "the");
      for (int word = i % 40 == 0 ? 4 : 0; word < 4; word++) {
        text.append(" w").append(random.nextInt(40));
      }
      rows.add(RowFactory.create("k" + i, text.toString(), "" + random.nextInt(3)));
    }
    return rows;
  }

  private Outcome run(
      List<Row> rows,
      NearAction action,
      List<SurvivorOrder> order,
      @Nullable String gold,
      int partitions) {
    Path audit = folder.resolve("%s-%d-%d".formatted(action, partitions, rows.size()));
    return TABLE.run(config(action, order, gold), rows, partitions, audit);
  }

  private static DedupConfig config(
      NearAction action, List<SurvivorOrder> order, @Nullable String gold) {
    NearConfig near =
        new NearConfig(List.of("text"), Shingling.WORDS, 3, 0.6, 30, 1, 40, action, order, gold);
    return new DedupConfig(ExactDedup.ROW, List.of(), List.of(), near);
  }

  private static NearReport report(Outcome outcome) {
    return Objects.requireNonNull(outcome.distinct().report().near());
  }
}
