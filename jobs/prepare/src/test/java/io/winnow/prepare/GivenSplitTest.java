package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.RowCounts;
import io.winnow.prepare.Tables.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A split that comes joined to the table, in a column that the table schema does not declare. */
class GivenSplitTest {
  private static final String[] CYCLE = {
    "train", "train", "train", "train", "train", "train", "val", "validation", "test", ""
  };

  @TempDir Path folder;

  @Test
  void keepsTheGivenSplitAndLeavesOutRowsWithout() throws IOException {
    Path table = joined(CYCLE);
    Prepared prepared =
        Tables.prepare(
            folder,
            "demo.yaml",
            table,
            "split={strategy: column, column: fold}",
            "dedup.exact=none",
            "outlier.columns={}");
    RowCounts rows = prepared.result().rows();
    assertThat(rows.read()).isEqualTo(3_000);
    long labelled = rows.read() - rows.rejected() - rows.unlabelled();
    assertThat((double) rows.filtered()).isBetween(labelled * 0.09, labelled * 0.11);
    var assigned = prepared.result().split().assigned();
    assertThat((double) assigned.get("train")).isBetween(labelled * 0.59, labelled * 0.61);
    assertThat((double) assigned.get("validation")).isBetween(labelled * 0.19, labelled * 0.21);
    assertThat(rows.prepared()).isEqualTo(labelled - rows.filtered());
    assertThat(prepared.result().pipeline().columns()).doesNotContainKey("fold");
  }

  @Test
  void refusesASplitWithoutTrain() throws IOException {
    Path table = joined("test", "val");
    assertThatThrownBy(
            () ->
                Tables.prepare(
                    folder, "demo.yaml", table, "split={strategy: column, column: fold}"))
        .isInstanceOf(WinnowException.class)
        .hasMessage("split.column: 'fold' is train in no row; it holds train, validation or test")
        .satisfies(e -> assertThat(((WinnowException) e).exitCode()).isEqualTo(ExitCode.DATA));
  }

  private Path joined(String... cycle) throws IOException {
    List<String> lines = Files.readAllLines(Tables.demo(folder, 3_000));
    List<String> joined = new ArrayList<>(List.of(lines.get(0) + ",fold"));
    for (int i = 1; i < lines.size(); i++) {
      joined.add(lines.get(i) + "," + cycle[(i - 1) % cycle.length]);
    }
    return Files.write(folder.resolve("joined.csv"), joined);
  }
}
