package io.winnow.core.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.Json;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.manifest.Warning;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.RowParser;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.scan.Rows;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.split.SplitAssignment;
import io.winnow.core.split.SplitFitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The messy table of the golden file, read and fitted as a night's run does, without Spark. */
final class People {
  static final Path FOLDER = Path.of("src/test/resources/pipeline");
  static final List<String> CLASSES = List.of("poor", "rich");

  final LoadedConfig loaded;
  final RowLayout layout;
  final List<TypedRow> rows;

  private People(LoadedConfig loaded, List<TypedRow> rows) {
    this.loaded = loaded;
    this.layout = layout(loaded);
    this.rows = rows;
  }

  static People read(String... settings) {
    return read(ConfigLoader.load(FOLDER.resolve("people-pipeline.yaml"), List.of(settings)));
  }

  static People read(LoadedConfig loaded) {
    return read(loaded, UnaryOperator.identity());
  }

  /** The table with each row's cells, by column name, changed. */
  static People read(LoadedConfig loaded, UnaryOperator<Map<String, String>> change) {
    TableSchema table = loaded.table();
    RowParser parser =
        new RowParser(table, layout(loaded), loaded.pipeline().label(), SensitiveCells.NONE);
    List<String> lines = lines();
    List<String> header = Arrays.asList(lines.get(0).split(",", -1));
    List<TypedRow> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> cells = new HashMap<>();
      String[] texts = line.split(",", -1);
      for (int i = 0; i < texts.length; i++) {
        cells.put(header.get(i), texts[i]);
      }
      Map<String, String> changed = change.apply(cells);
      TypedRow row = new TypedRow(layout(loaded));
      @Nullable Object[] raw = table.names().stream().map(changed::get).toArray();
      if (parser.parse(raw, row) != null) {
        throw new IllegalStateException("rejected: " + line);
      }
      rows.add(row);
    }
    return new People(loaded, rows);
  }

  /** What must come out of it. */
  static JsonNode expected() {
    try {
      return Json.MAPPER.readTree(Files.readAllBytes(FOLDER.resolve("people.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PartedRows whole() {
    return PartedRows.whole(layout, rows);
  }

  SplitAssignment splits(Rows table) {
    return SplitFitter.fit(loaded.pipeline().split(), table, strata());
  }

  LabelReader strata() {
    return new LabelReader(layout, "label", loaded.pipeline().label().map(), CLASSES);
  }

  FittedPipeline fit(Rows table, List<Warning> warnings) {
    return PipelineFitter.fit(loaded, CLASSES, splits(table).train(table), warnings);
  }

  FittedPipeline fit() {
    return fit(whole(), new ArrayList<>());
  }

  private static RowLayout layout(LoadedConfig loaded) {
    return RowLayout.of(loaded.table(), loaded.pipeline().label(), loaded.pipeline().split());
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(FOLDER.resolve("people.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
