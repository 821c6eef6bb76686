package io.winnow.cli.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.Cli;
import io.winnow.cli.Cli.Ended;
import io.winnow.core.config.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs with their root on the local disk, in HDFS and in S3, each of them real. */
class StoresTest {
  private static final String HASH = "/prepared/contentHash";

  private static JsonNode local;

  @BeforeAll
  static void onTheLocalDisk() throws IOException {
    local = published(StoredRun.in(Store.LOCAL, "same"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Store.class,
      names = {"HDFS", "S3"})
  void aRunIsPublishedWithTheSameData(Store store) throws IOException {
    StoredRun stored = StoredRun.in(store, "same");
    assertThat(published(stored).at(HASH).asText())
        .matches("[0-9a-f]{64}")
        .isEqualTo(local.at(HASH).asText());
    if (store == Store.S3) {
      for (String split : new String[] {"train", "validation", "test"}) {
        assertThat(committer(stored, split)).isEqualTo("magic");
      }
    }
  }

  private static JsonNode published(StoredRun stored) throws IOException {
    Ended ended = stored.command("run");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(stored.verifiedCurrent()).contains("walkthrough/manual/1");
    assertThat(stored.listed())
        .contains("runs/walkthrough/manual/1/report/index.html", "current/walkthrough.json")
        .noneMatch(
            name ->
                name.contains("_temporary") || name.contains("__magic") || name.endsWith(".tmp"));
    return stored.manifest(ended);
  }

  private static String committer(StoredRun stored, String split) throws IOException {
    String folder = stored.root() + "/runs/walkthrough/manual/1/prepared/" + split;
    return Json.MAPPER.readTree(stored.read(folder + "/_SUCCESS")).path("committer").asText();
  }

  @Test
  void anotherCommitterIsRefusedBeforeAnythingStarts() {
    StoredRun stored = StoredRun.in(Store.S3, "classic");
    Ended ended =
        Cli.run(
            new StoreSpark(stored.place(), Map.of("spark.hadoop.fs.s3a.committer.name", "file")),
            stored.arguments("run"));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors())
        .singleElement()
        .asString()
        .contains("spark.hadoop.fs.s3a.committer.name=file", "magic", "leave this setting out");
    assertThat(ended.json().path("runId").isNull()).isTrue();
  }
}
