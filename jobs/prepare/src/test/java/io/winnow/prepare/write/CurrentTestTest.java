package io.winnow.prepare.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.WinnowException;
import io.winnow.prepare.LocalSpark;
import io.winnow.prepare.Tables;
import io.winnow.prepare.Tables.Prepared;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentTestTest {
  private static final String GATES = "gates={rocAuc: {tolerance: 1}}";

  @TempDir Path folder;

  @Test
  void theRowsAndLabelsAreThoseOfTheNewRun() throws IOException {
    Prepared published = prepare(charges(0.3), "label={column: churned, map: {yes: in, no: out}}");
    publish(published.run());
    List<String> before = rows(published.run(), "prepared/test");

    // One deletes fewer rows than the published run, the other one more, and drops some.
    Prepared more = prepare(charges(3), GATES, "label={column: churned, map: {yes: in, no: out}}");
    Prepared fewer =
        prepare(
            charges(0.1),
            GATES,
            "label={column: churned, map: {yes: out, no: in}}",
            "impute.columns.age={strategy: dropRow}");

    assertThat(rows(more.run(), "prepared/test")).hasSizeGreaterThan(before.size());
    assertThat(rows(fewer.run(), "prepared/test")).hasSizeLessThan(before.size());
    for (Prepared next : List.of(more, fewer)) {
      assertThat(rows(next.run(), CurrentTest.FOLDER)).isEqualTo(rows(next.run(), "prepared/test"));
    }
  }

  @Test
  void aRunThatDropsRowsOfTheNewOneIsNotComparedWith() throws IOException {
    Prepared published = prepare("impute.columns.age={strategy: dropRow}");
    publish(published.run());

    assertThatThrownBy(() -> prepare(GATES))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("it drops test rows with a missing cell");
  }

  private void publish(Run run) throws IOException {
    RunStore.open(root(), new Configuration())
        .point(run, "{\"run\": \"%s\"}".formatted(run.id()).getBytes(StandardCharsets.UTF_8));
  }

  /** Key and label of each row, in order. */
  private static List<String> rows(Run run, String folder) {
    return LocalSpark.session().read().parquet(run.path(folder)).collectAsList().stream()
        .map(row -> row.getString(0) + " " + row.getDouble(1))
        .sorted()
        .toList();
  }

  private static String charges(double k) {
    return "outlier.columns.monthly_charge.k=" + k;
  }

  private Prepared prepare(String... settings) {
    String[] all = Arrays.copyOf(settings, settings.length + 3);
    all[settings.length] = "root='" + root() + "'";
    all[settings.length + 1] = "impute.columns.data_gb={strategy: knn}";
    all[settings.length + 2] = "outlier.maxDeletedShare=1";
    return Tables.prepare(
        folder, Path.of("../../conf/examples/demo.yaml"), Tables.demo(folder, 300).toString(), all);
  }

  private String root() {
    return folder.resolve("root").toString();
  }
}
