package io.winnow.prepare.source;

import io.winnow.core.manifest.InputReport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Describes the input files for the manifest. */
public final class Inputs {
  private Inputs() {}

  /**
   * Each file with its SHA-256 and its rows. Files are hashed by the executors, in parallel.
   *
   * @param rows of all files together
   */
  public static List<InputReport> describe(SparkSession spark, SourceTable table, long rows) {
    JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> configuration =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    List<InputFile> files = table.files();
    List<String> hashes =
        context
            .parallelize(files, files.size())
            .map(file -> sha256(file, configuration.value()))
            .collect();
    Map<String, Long> rowsOf = files.size() == 1 ? Map.of(files.get(0).uri(), rows) : count(table);
    List<InputReport> reports = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      InputFile file = files.get(i);
      reports.add(
          new InputReport(
              file.uri(), file.bytes(), hashes.get(i), rowsOf.getOrDefault(file.uri(), 0L)));
    }
    return reports;
  }

  private static String sha256(InputFile file, SerializableConfiguration configuration)
      throws IOException {
    Path path = new Path(file.uri());
    try (InputStream in = path.getFileSystem(configuration.value()).open(path)) {
      return DigestUtils.sha256Hex(in);
    }
  }

  private static Map<String, Long> count(SourceTable table) {
    Map<String, Long> counts = new HashMap<>();
    for (Row row : table.rows().groupBy(functions.input_file_name()).count().collectAsList()) {
      counts.put(new Path(URI.create(row.getString(0))).toString(), row.getLong(1));
    }
    return counts;
  }
}
