package io.winnow.prepare.source;

import io.winnow.core.manifest.InputReport;
import io.winnow.core.redact.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
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
    Iterator<String> hashes = hashes(spark, files).iterator();
    boolean isCounted =
        table.isPlain() && table.inputs().size() == 1 && table.inputs().get(0).files().size() <= 1;
    List<InputReport> reports = new ArrayList<>();
    for (SourceInput input : table.inputs()) {
      if (input.files().isEmpty()) {
        long read = isCounted ? rows : input.rows().count();
        reports.add(new InputReport(Redactor.redact(input.where()), null, null, read));
      } else {
        Map<String, Long> rowsOf =
            isCounted ? Map.of(input.files().get(0).uri(), rows) : count(input);
        for (InputFile file : input.files()) {
          long read = rowsOf.getOrDefault(file.uri(), 0L);
          reports.add(new InputReport(file.uri(), file.bytes(), hashes.next(), read));
        }
      }
    }
    return reports;
  }

  private static List<String> hashes(SparkSession spark, List<InputFile> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> configuration =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    return context
        .parallelize(files, files.size())
        .map(file -> sha256(file, configuration.value()))
        .collect();
  }

  private static String sha256(InputFile file, SerializableConfiguration configuration)
      throws IOException {
    Path path = new Path(file.uri());
    try (InputStream in = path.getFileSystem(configuration.value()).open(path)) {
      return DigestUtils.sha256Hex(in);
    }
  }

  private static Map<String, Long> count(SourceInput input) {
    Map<String, Long> counts = new HashMap<>();
    for (Row row : input.rows().groupBy(functions.input_file_name()).count().collectAsList()) {
      counts.put(new Path(URI.create(row.getString(0))).toString(), row.getLong(1));
    }
    return counts;
  }
}
