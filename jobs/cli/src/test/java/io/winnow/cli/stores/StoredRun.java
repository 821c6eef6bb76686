package io.winnow.cli.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.Cli;
import io.winnow.cli.Cli.Ended;
import io.winnow.cli.SharedSpark;
import io.winnow.core.config.Json;
import io.winnow.core.hash.ContentHash;
import io.winnow.network.bundle.ModelBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;

/** The walk-through pipeline with one epoch, below a root of its own in a place. */
record StoredRun(Store.Place place, String root) {
  private static final Path TABLE = Cli.FOLDER.resolve("stores/table.csv");

  static StoredRun in(Store store, String name) {
    return new StoredRun(store.place(), store.place().uri() + "/" + name);
  }

  /** Runs a command on it; of two settings the later one wins. */
  Ended command(String command, String... more) {
    return Cli.run(new StoreSpark(place), arguments(command, more));
  }

  String[] arguments(String command, String... more) {
    return Stream.concat(
            Stream.of(
                command,
                "--config",
                Cli.example("walkthrough"),
                "--set",
                "source.path=" + table(),
                "--set",
                "training.epochs=1",
                "--root",
                root,
                "--output",
                "json"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /** The rows, written once. */
  static synchronized Path table() {
    if (!Files.exists(TABLE)) {
      Cli.run("sample", "--table", "walkthrough", "--rows", "200", "--out", TABLE.toString());
    }
    return TABLE;
  }

  JsonNode manifest(Ended ended) throws IOException {
    return Json.MAPPER.readTree(read(ended.json().path("manifest").asText()));
  }

  byte[] read(String file) throws IOException {
    try (FSDataInputStream in = files().open(new org.apache.hadoop.fs.Path(file))) {
      return in.readAllBytes();
    }
  }

  /** Every file below the root, relative to it. */
  List<String> listed() throws IOException {
    org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(root);
    int start = files().makeQualified(folder).toString().length() + 1;
    List<String> names = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> below = files().listFiles(folder, true);
    while (below.hasNext()) {
      names.add(below.next().getPath().toString().substring(start));
    }
    return names;
  }

  /**
   * Id of the run that readers follow, which is verified to be whole; nothing without a pointer.
   */
  Optional<String> verifiedCurrent() throws IOException {
    if (!listed().contains("current/walkthrough.json")) {
      return Optional.empty();
    }
    JsonNode pointer = Json.MAPPER.readTree(read(root + "/current/walkthrough.json"));
    JsonNode manifest = Json.MAPPER.readTree(read(root + "/" + pointer.path("manifest").asText()));
    String run = root + "/" + pointer.path("path").asText();
    assertThat(manifest.path("status").asText()).isEqualTo("published");
    assertThat(ModelBundle.read(name -> read(run + "/model/" + name)).sha256())
        .isEqualTo(manifest.at("/model/sha256").asText());
    assertThat(hash(run, manifest)).isEqualTo(manifest.at("/prepared/contentHash").asText());
    read(run + "/report/index.html");
    return Optional.of(pointer.path("run").asText());
  }

  private static String hash(String run, JsonNode manifest) {
    ContentHash all = new ContentHash();
    manifest
        .at("/prepared/splits")
        .properties()
        .forEach(
            split -> {
              Iterator<Row> rows =
                  new SharedSpark()
                      .session("stores")
                      .read()
                      .parquet(run + "/" + split.getValue().path("path").asText())
                      .toLocalIterator();
              while (rows.hasNext()) {
                Row row = rows.next();
                double[] features = ((Vector) row.get(2)).toArray();
                all.add(split.getKey(), row.getString(0), row.getDouble(1), features);
              }
            });
    return all.hex();
  }

  private FileSystem files() throws IOException {
    return new org.apache.hadoop.fs.Path(root).getFileSystem(place.configuration());
  }
}
