package io.winnow.prepare.source;

import io.winnow.core.manifest.InputReport;
import io.winnow.core.redact.Redactor;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;

/** Describes the inputs for the manifest. */
public final class Inputs {
  private Inputs() {}

  /**
   * Each file of each table with its SHA-256 and its rows, and each table of a database with its
   * rows. Files are hashed by the executors, in parallel.
   *
   * @param rows of the source
   */
  public static List<InputReport> describe(SparkSession spark, SourceTable table, long rows) {
    List<InputFile> files =
        table.inputs().stream().flatMap(input -> input.files().stream()).toList();
    Iterator<FileContent> contents = contents(spark, files).iterator();
    boolean isCounted =
        table.isPlain() && table.inputs().size() == 1 && table.inputs().get(0).files().size() <= 1;
    List<InputReport> reports = new ArrayList<>();
    for (SourceInput input : table.inputs()) {
      if (input.files().isEmpty()) {
        long read = isCounted ? rows : input.rows().count();
        reports.add(new InputReport(Redactor.redact(input.where()), null, null, read));
      } else {
        List<FileContent> read = input.files().stream().map(file -> contents.next()).toList();
        Map<String, Long> rowsOf = rowsOf(input, read, isCounted ? rows : FileContent.UNCOUNTED);
        for (int i = 0; i < read.size(); i++) {
          InputFile file = input.files().get(i);
          long count = rowsOf.getOrDefault(file.uri(), 0L);
          reports.add(new InputReport(file.uri(), file.bytes(), read.get(i).sha256(), count));
        }
      }
    }
    return reports;
  }

  /**
   * The SHA-256 of each file of each table, in the order of {@link #describe}; nothing where a
   * database takes part, of which nobody can tell whether it is still the same.
   */
  public static Optional<List<String>> hashes(SparkSession spark, SourceTable table) {
    if (table.inputs().stream().anyMatch(input -> input.files().isEmpty())) {
      return Optional.empty();
    }
    List<InputFile> files =
        table.inputs().stream().flatMap(input -> input.files().stream()).toList();
    return Optional.of(contents(spark, files).stream().map(FileContent::sha256).toList());
  }

  /** Rows by file: those given for a single one, those that Parquet tells, or else a scan. */
  private static Map<String, Long> rowsOf(SourceInput input, List<FileContent> read, long ofOne) {
    if (ofOne != FileContent.UNCOUNTED) {
      return Map.of(input.files().get(0).uri(), ofOne);
    }
    if (read.stream().anyMatch(content -> content.rows() == FileContent.UNCOUNTED)) {
      return count(input);
    }
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i < read.size(); i++) {
      counts.put(input.files().get(i).uri(), read.get(i).rows());
    }
    return counts;
  }

  private static List<FileContent> contents(SparkSession spark, List<InputFile> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> configuration =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    return context
        .parallelize(files, files.size())
        .map(file -> FileContent.of(file, configuration.value().value()))
        .collect();
  }

  private static Map<String, Long> count(SourceInput input) {
    Map<String, Long> counts = new HashMap<>();
    for (Row row : input.rows().groupBy(functions.input_file_name()).count().collectAsList()) {
      counts.put(new Path(URI.create(row.getString(0))).toString(), row.getLong(1));
    }
    return counts;
  }
}
