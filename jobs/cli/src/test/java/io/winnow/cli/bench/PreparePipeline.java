package io.winnow.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The pipeline that prepares the generated table. */
final class PreparePipeline {
  private PreparePipeline() {}

  /** Writes the pipeline file and its table schema. */
  static Path write(Path folder, Path table) throws IOException {
    String columns =
        BenchTable.numbers().stream()
                .map("  - {name: %s, type: number}\n"::formatted)
                .collect(Collectors.joining())
            + BenchTable.categories().stream()
                .map("  - {name: %s, type: category}\n"::formatted)
                .collect(Collectors.joining());
    Files.writeString(
        folder.resolve("schema.yaml"),
        """
        table: bench
        columns:
          - {name: id, type: integer, role: key}
        %s  - {name: label, type: category, role: label}
        """
            .formatted(columns));
    String fences =
        BenchTable.numbers().stream()
            .map("    %s: {k: 3, action: delete}\n"::formatted)
            .collect(Collectors.joining());
    Path config = folder.resolve("pipeline.yaml");
    Files.writeString(
        config,
        """
        pipeline: bench
        root: %s
        source: {format: parquet, path: %s}
        schema: schema.yaml
        label: {column: label}
        dedup: {exact: row}
        split: {strategy: stratified, ratios: 0.8/0.1/0.1}
        impute: {numeric: median}
        outlier:
          columns:
        %s"""
            .formatted(folder.resolve("root").toAbsolutePath(), table.toAbsolutePath(), fences));
    return config;
  }
}
