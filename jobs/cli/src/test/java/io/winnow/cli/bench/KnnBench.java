package io.winnow.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.step.impute.knn.Donors;
import io.winnow.core.step.impute.knn.KnnParameters;
import io.winnow.core.step.impute.knn.KnnSearch;
import io.winnow.core.step.impute.knn.KnnSpace;
import io.winnow.core.step.impute.knn.KnnWork;
import io.winnow.core.step.impute.knn.NeighbourWeights;
import io.winnow.core.step.impute.knn.Points;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code scripts/bench knn [--rounds N] [--long [ROWS]]}: filling 20,000 rows of 20 columns, of
 * whose cells 5 % are missing, on two threads, against scikit-learn's KNNImputer; with {@code
 * --long} a million rows, or as many as it says, of which 5 % lack cells, against what the cost
 * model predicts.
 */
public final class KnnBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int THREADS = 2;
  private static final int PROBE = 200;
  private static final double RECORDED_SECONDS = 34;
  private static final KnnParameters PARAMETERS = new KnnParameters(5, NeighbourWeights.UNIFORM);
  private static final KnnTable TABLE = new KnnTable(20_000, 20, 1, 0.05);
  private static final int LONG_ROWS = 1_000_000;

  private final List<String> options;

  private KnnBench(List<String> options) {
    this.options = options;
  }

  /** Measures and prints one JSON document; progress goes to stderr. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    ObjectNode report = new KnnBench(Arrays.asList(args)).run();
    System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
  }

  private ObjectNode run() throws IOException, InterruptedException, ExecutionException {
    ObjectNode report = JSON.createObjectNode();
    report.put("bench", "knn").put("threads", THREADS);
    report.put("processors", Runtime.getRuntime().availableProcessors());
    int at = options.indexOf("--rounds");
    int rounds = at < 0 ? 5 : Integer.parseInt(options.get(at + 1));
    ObjectNode ours = measured(TABLE, rounds);
    Double rival = rival();
    double seconds = ours.get("seconds").doubleValue();
    report.set("winnow", ours);
    report
        .putObject("scikitLearn")
        .put("seconds", rival == null ? RECORDED_SECONDS : rival)
        .put("measuredHere", rival != null);
    report.put("scikitLearnOverWinnow", (rival == null ? RECORDED_SECONDS : rival) / seconds);
    int asked = options.indexOf("--long");
    if (asked >= 0) {
      boolean isLast = asked + 1 == options.size();
      int rows = isLast ? LONG_ROWS : Integer.parseInt(options.get(asked + 1));
      // With a fifth of its cells missing, 99 of 100 such rows lack one.
      report.set("long", measured(new KnnTable(rows, 20, 0.05, 0.2), 1));
    }
    return report;
  }

  private static ObjectNode measured(KnnTable table, int rounds)
      throws InterruptedException, ExecutionException {
    KnnSpace space = table.space();
    Points points = table.points();
    int[] lacking =
        IntStream.range(0, points.size()).filter(i -> lacks(points, space, i)).toArray();
    Donors donors = Donors.of(space, points);
    Points probe = points.at(IntStream.of(lacking).limit(PROBE).toArray());
    double nanos = KnnWork.nanos(space, PARAMETERS, probe, donors);
    KnnWork work = new KnnWork(lacking.length, points.size(), space.dimensions());
    ObjectNode report = JSON.createObjectNode();
    report.put("rows", points.size()).put("columns", space.size());
    report.put("rowsThatLackCells", lacking.length);
    report.put("pairDimensions", work.pairDimensions());
    report.put("probedNanosPerPairDimension", nanos);
    report.put("predictedSeconds", work.seconds(nanos, THREADS));
    System.err.printf("knn: %d rows, predicted %.1f s%n", points.size(), work.seconds(nanos, 2));
    double[] seconds = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      seconds[round] = filled(space, points, lacking);
      System.err.printf("knn: %.2f s%n", seconds[round]);
    }
    report.put("firstSeconds", seconds[0]);
    Arrays.sort(seconds);
    double median = seconds[rounds / 2];
    report.put("seconds", median);
    report.put("nanosPerPairDimension", median * THREADS * 1e9 / work.pairDimensions());
    return report;
  }

  /** Seconds from points to fills: donors put in blocks, and two halves searched at once. */
  private static double filled(KnnSpace space, Points points, int[] lacking)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      long start = System.nanoTime();
      Donors donors = Donors.of(space, points);
      List<Future<Integer>> parts =
          IntStream.range(0, THREADS)
              .mapToObj(
                  part -> {
                    int from = (int) ((long) lacking.length * part / THREADS);
                    int to = (int) ((long) lacking.length * (part + 1) / THREADS);
                    Points rows = points.at(Arrays.copyOfRange(lacking, from, to));
                    return threads.submit(() -> fill(space, rows, donors));
                  })
              .toList();
      for (Future<Integer> part : parts) {
        part.get();
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      threads.shutdown();
    }
  }

  private static int fill(KnnSpace space, Points rows, Donors donors) {
    KnnSearch search = KnnSearch.of(space, PARAMETERS, rows);
    search.visit(donors);
    return IntStream.range(0, rows.size()).map(row -> search.fills(row).length).sum();
  }

  private static boolean lacks(Points points, KnnSpace space, int index) {
    double[] row = new double[space.size()];
    points.read(index, row);
    return Arrays.stream(row).anyMatch(Double::isNaN);
  }

  /** Seconds of scikit-learn, null when there is none here. */
  private static @Nullable Double rival() throws InterruptedException {
    String python = System.getenv("WINNOW_PYTHON");
    try {
      ProcessBuilder rival =
          new ProcessBuilder(
                  python == null ? "python3" : python,
                  Path.of("jobs/cli/src/test/resources/bench/knn_rival.py").toString(),
                  Integer.toString(TABLE.rows()),
                  Integer.toString(TABLE.columns()),
                  Double.toString(TABLE.missing()),
                  Integer.toString(PARAMETERS.k()))
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      for (String library : List.of("OMP", "OPENBLAS", "MKL")) {
        rival.environment().put(library + "_NUM_THREADS", Integer.toString(THREADS));
      }
      Process process = rival.start();
      byte[] printed = process.getInputStream().readAllBytes();
      return process.waitFor() == 0
          ? Double.valueOf(new String(printed, StandardCharsets.UTF_8).strip())
          : null;
    } catch (IOException e) {
      System.err.println("knn: scikit-learn is not measured: " + e.getMessage());
      return null;
    }
  }
}
