package io.winnow.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.cli.spark.OwnSparkSession;
import io.winnow.core.config.Engine;
import io.winnow.train.RoundTimes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.SparkSession;

/**
 * {@code scripts/bench train [--nets NAME[,NAME…]] [--periods H[,H…]] [--rounds N] [--share X]}:
 * rows per second of Deeplearning4j in one thread, in two threads that know nothing of each other,
 * of stock averaging and of rounds, both with two workers. Their order turns round with every
 * repetition, and the medians are compared. A share below 1 shortens every measurement, and makes
 * it worth less.
 */
public final class TrainBench {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> options;
  private final SparkSession spark;

  private enum Way {
    ONE_THREAD,
    TWO_THREADS,
    STOCK,
    ROUNDS
  }

  private TrainBench(List<String> options, SparkSession spark) {
    this.options = options;
    this.spark = spark;
  }

  /** Measures and prints one JSON document; progress goes to stderr. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    System.setProperty("spark.master", "local[" + TrainNet.WORKERS + "]");
    try (OwnSparkSession session = new OwnSparkSession()) {
      ObjectNode report = new TrainBench(Arrays.asList(args), session.session("bench")).run();
      System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }
  }

  private ObjectNode run() throws InterruptedException, ExecutionException {
    List<String> wanted = Arrays.asList(option("--nets", "3.5k,100k,1.0M,8.8M").split(","));
    int repetitions = Integer.parseInt(option("--rounds", "3"));
    double share = Double.parseDouble(option("--share", "1"));
    ObjectNode report = JSON.createObjectNode();
    report.put("bench", "train").put("processors", Runtime.getRuntime().availableProcessors());
    report.put("workers", TrainNet.WORKERS).put("batch", TrainNet.BATCH);
    report.put("repetitions", repetitions).put("share", share);
    ArrayNode nets = report.putArray("nets");
    for (TrainNet net : TrainNet.ALL) {
      for (int period : net.periods()) {
        if (wanted.contains(net.name()) && isWanted(period)) {
          nets.add(compared(net, period, repetitions, share));
        }
      }
    }
    return report;
  }

  private ObjectNode compared(TrainNet net, int period, int repetitions, double share)
      throws InterruptedException, ExecutionException {
    Map<Way, List<Double>> rates = new EnumMap<>(Way.class);
    List<RoundTimes> times = new ArrayList<>();
    List<Way> order = new ArrayList<>(List.of(Way.values()));
    for (int i = 0; i < repetitions; i++) {
      for (Way way : order) {
        TrainedRate rate = measured(way, net, period, share);
        rates.computeIfAbsent(way, each -> new ArrayList<>()).add(rate.rowsPerSecond());
        times.addAll(rate.times());
        System.err.printf(
            "train: %s, averaged after %d, %s: %,.0f rows/s%n",
            net.name(), period, way, rate.rowsPerSecond());
      }
      Collections.reverse(order);
    }
    return report(net, period, rates, times);
  }

  private TrainedRate measured(Way way, TrainNet net, int period, double share)
      throws InterruptedException, ExecutionException {
    int iterations = (int) Math.ceil(net.iterations() * share);
    int epochs = net.epochs(period, share);
    return switch (way) {
      case ONE_THREAD -> new TrainedRate(PlainLoop.rowsPerSecond(net, 1, iterations), List.of());
      case TWO_THREADS ->
          new TrainedRate(PlainLoop.rowsPerSecond(net, TrainNet.WORKERS, iterations), List.of());
      case STOCK -> TrainedRate.of(spark, net, Engine.STOCK, period, epochs);
      case ROUNDS -> TrainedRate.of(spark, net, Engine.ROUNDS, period, epochs);
    };
  }

  private static ObjectNode report(
      TrainNet net, int period, Map<Way, List<Double>> rates, List<RoundTimes> times) {
    double one = median(rates, Way.ONE_THREAD);
    double two = median(rates, Way.TWO_THREADS);
    double stock = median(rates, Way.STOCK);
    double rounds = median(rates, Way.ROUNDS);
    ObjectNode report = JSON.createObjectNode();
    report.put("net", net.name()).put("averagingFrequency", period);
    report
        .putObject("rowsPerSecond")
        .put("oneThread", Math.round(one))
        .put("twoThreads", Math.round(two))
        .put("stock", Math.round(stock))
        .put("rounds", Math.round(rounds));
    report.put("roundsOverOneThread", hundredths(rounds / one));
    report.put("roundsOverTwoThreads", hundredths(rounds / two));
    report.put("roundsOverStock", hundredths(rounds / stock));
    report
        .putObject("roundMillis")
        .put("broadcast", millis(times, RoundTimes::broadcast))
        .put("receive", millis(times, RoundTimes::receive))
        .put("load", millis(times, RoundTimes::load))
        .put("fit", millis(times, RoundTimes::fit))
        .put("save", millis(times, RoundTimes::save))
        .put("average", millis(times, RoundTimes::average))
        .put("total", millis(times, RoundTimes::total));
    return report;
  }

  private boolean isWanted(int period) {
    List<String> periods = Arrays.asList(option("--periods", "5,20,40,200").split(","));
    return periods.contains(Integer.toString(period));
  }

  private String option(String name, String otherwise) {
    int at = options.indexOf(name);
    return at < 0 ? otherwise : options.get(at + 1);
  }

  private static double median(Map<Way, List<Double>> rates, Way way) {
    List<Double> sorted = rates.get(way).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static double millis(List<RoundTimes> times, ToDoubleFunction<RoundTimes> part) {
    return hundredths(1000 * times.stream().mapToDouble(part).average().orElse(0));
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
