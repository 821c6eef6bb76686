package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.manifest.MoveReport;
import io.winnow.prepare.Tables.Prepared;
import io.winnow.prepare.store.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that loses a tenth of its rows and gains others overnight. */
class SplitMovesTest {
  @TempDir Path folder;

  @Test
  void noRowMovesUnlessTheSeedChanges() throws IOException {
    List<String> lines = Files.readAllLines(Tables.demo(folder, 2_000));
    List<String> rows = lines.subList(1, lines.size());
    Prepared first = prepare(lines.get(0), rows.subList(0, 1_500), 1);
    assertThat(first.result().split().moves()).isNull();
    RunStore.open(root(), new Configuration())
        .point(
            first.run(),
            "{\"run\": \"%s\"}".formatted(first.run().id()).getBytes(StandardCharsets.UTF_8));

    Prepared next = prepare(lines.get(0), rows.subList(200, rows.size()), 1);
    MoveReport moves = Objects.requireNonNull(next.result().split().moves());
    assertThat(moves.since()).isEqualTo(first.run().id());
    assertThat(moves.moved()).isZero();
    assertThat(moves.stayed()).isPositive();
    assertThat(moves.stayed() + moves.gone()).isEqualTo(first.result().rows().prepared());
    assertThat(moves.stayed() + moves.added()).isEqualTo(next.result().rows().prepared());

    MoveReport reseeded =
        Objects.requireNonNull(
            prepare(lines.get(0), rows.subList(0, 1_500), 2).result().split().moves());
    assertThat(reseeded.added()).isZero();
    assertThat(reseeded.gone()).isZero();
    assertThat((double) reseeded.moved() / first.result().rows().prepared()).isBetween(0.25, 0.43);
  }

  private Prepared prepare(String header, List<String> rows, int seed) throws IOException {
    List<String> table = new ArrayList<>(List.of(header));
    table.addAll(rows);
    Files.write(folder.resolve("night.csv"), table);
    return Tables.prepare(
        folder,
        "demo.yaml",
        folder.resolve("night.csv"),
        "root='" + root() + "'",
        "split={strategy: hash, seed: " + seed + "}",
        "outlier.columns={}");
  }

  private String root() {
    return folder.resolve("root").toString();
  }
}
