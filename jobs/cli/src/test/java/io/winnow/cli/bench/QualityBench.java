package io.winnow.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.cli.TestTables;
import io.winnow.cli.bench.QualityTable.Bound;
import io.winnow.cli.spark.OwnSparkSession;
import io.winnow.core.metrics.Metric;
import io.winnow.core.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code scripts/bench quality --data DIR [--tables NAME[,NAME…]] [--seeds N]}: how good the models
 * of the example pipelines are on real tables and their given splits, trained by two workers and by
 * one, which is plain training on one machine. Means over the seeds 1 to N; the test part decides.
 */
public final class QualityBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("target/bench/quality");
  private static final int WORKERS = 2;

  private final List<String> options;
  private final OwnSparkSession spark;

  private QualityBench(List<String> options, OwnSparkSession spark) {
    this.options = options;
    this.spark = spark;
  }

  /** Measures and prints one JSON document; progress goes to stderr. */
  public static void main(String[] args) throws IOException {
    System.setProperty("spark.master", "local[" + WORKERS + "]");
    try (OwnSparkSession session = new OwnSparkSession()) {
      ObjectNode report = new QualityBench(Arrays.asList(args), session).run();
      System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }
  }

  private ObjectNode run() throws IOException {
    Path data = Path.of(option("--data", System.getenv().getOrDefault("WINNOW_TEST_DATA", "data")));
    List<String> all = QualityTable.ALL.stream().map(QualityTable::name).toList();
    int seeds = Integer.parseInt(option("--seeds", "5"));
    ObjectNode report = JSON.createObjectNode();
    report.put("bench", "quality").put("workers", WORKERS).put("seeds", seeds);
    ArrayNode tables = report.putArray("tables");
    for (String name : Arrays.asList(option("--tables", String.join(",", all)).split(","))) {
      QualityTable table =
          QualityTable.named(name)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--tables: no %s among %s".formatted(name, all)));
      tables.add(compared(table, data, seeds));
    }
    return report;
  }

  private ObjectNode compared(QualityTable table, Path data, int seeds) throws IOException {
    Path folder = FOLDER.resolve(table.name());
    Measured.clear(folder);
    Files.createDirectories(folder);
    Path rows =
        TestTables.withSplit(
            data.resolve(table.table()),
            data.resolve("splits").resolve(table.split()),
            folder.resolve("table.csv"));
    PreparedQuality prepared = PreparedQuality.of(spark, table, rows, folder);
    List<Metrics> one = new ArrayList<>();
    List<Metrics> two = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      one.add(prepared.trained(1, seed));
      two.add(prepared.trained(WORKERS, seed));
      tell(table, seed, one, two);
    }
    ObjectNode report = report(table, one, two);
    System.err.printf("quality: %s%n", report);
    return report;
  }

  /** A long series may be cut off, so every figure is told as soon as it is known. */
  private static void tell(QualityTable table, int seed, List<Metrics> one, List<Metrics> two) {
    for (Metric metric : table.metrics()) {
      System.err.printf(
          "quality: %s, seed %d, %s: one machine %.5g, two workers %.5g; means %.5g, %.5g%n",
          table.name(),
          seed,
          metric.key(),
          value(one.get(seed - 1), metric),
          value(two.get(seed - 1), metric),
          mean(one, metric),
          mean(two, metric));
    }
  }

  private static ObjectNode report(QualityTable table, List<Metrics> one, List<Metrics> two) {
    ObjectNode report = JSON.createObjectNode();
    double oneMean = mean(one, table.compared());
    double twoMean = mean(two, table.compared());
    double loss = table.loss(oneMean, twoMean);
    report.put("table", table.name()).put("pipeline", table.example());
    report.put("metric", table.compared().key());
    report.put("oneMachine", oneMean).put("twoWorkers", twoMean);
    report.put("worseBy", loss).put("within", table.within());
    boolean kept = loss <= table.within();
    ArrayNode bounds = report.putArray("bounds");
    for (Bound bound : table.bounds()) {
      double mean = mean(two, bound.metric());
      kept &= bound.isKept(mean);
      bounds
          .addObject()
          .put("metric", bound.metric().key())
          .put("bound", bound.value())
          .put("oneMachine", mean(one, bound.metric()))
          .put("twoWorkers", mean)
          .put("kept", bound.isKept(mean));
    }
    report.put("kept", kept);
    values(report.putArray("oneMachineBySeed"), one, table.compared());
    values(report.putArray("twoWorkersBySeed"), two, table.compared());
    return report;
  }

  private static void values(ArrayNode to, List<Metrics> all, Metric metric) {
    all.forEach(metrics -> to.add(value(metrics, metric)));
  }

  private static double mean(List<Metrics> all, Metric metric) {
    return all.stream().mapToDouble(each -> value(each, metric)).average().orElse(Double.NaN);
  }

  private static double value(Metrics metrics, Metric metric) {
    return metrics.value(metric).orElse(Double.NaN);
  }

  private String option(String name, String otherwise) {
    int at = options.indexOf(name);
    return at < 0 ? otherwise : options.get(at + 1);
  }
}
