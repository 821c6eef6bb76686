package io.winnow.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.cli.Winnow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code scripts/bench prepare [--rounds N] [--rows N[,N…]] [--without-chain]}: `winnow prepare`
 * against the floor, which reads the table, shuffles every row once and writes it, and against the
 * Spark MLlib chain of the same work. Each runs in a cold JVM; their order turns round with every
 * round. The first number of rows is the one compared; the others show the growth.
 */
public final class PrepareBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RIVAL = PrepareRival.class.getName();

  private final Path folder;
  private final List<String> options;

  private PrepareBench(Path folder, List<String> options) {
    this.folder = folder;
    this.options = options;
  }

  /** Measures and prints one JSON document; progress goes to stderr. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrepareBench bench = new PrepareBench(Path.of("target/bench/prepare"), Arrays.asList(args));
    System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(bench.run()));
  }

  private ObjectNode run() throws IOException, InterruptedException {
    List<Long> sizes =
        Arrays.stream(option("--rows", "2100000,200000,10000000").split(","))
            .map(Long::valueOf)
            .toList();
    int rounds = Integer.parseInt(option("--rounds", "3"));
    ObjectNode report = JSON.createObjectNode();
    report.put("bench", "prepare").put("processors", Runtime.getRuntime().availableProcessors());
    report.put("maxHeapBytes", Runtime.getRuntime().maxMemory());
    report.set("compared", compared(sizes.get(0), rounds));
    ArrayNode growth = report.putArray("growth");
    double perRow = report.at("/compared/winnow/medianSeconds").asDouble() / sizes.get(0);
    for (long rows : sizes.subList(1, sizes.size())) {
      Path table = table(rows);
      Measured measured = winnow(table);
      growth.add(
          JSON.createObjectNode()
              .put("rows", rows)
              .put("seconds", rounded(measured.seconds()))
              .put("peakBytes", measured.peakBytes())
              .put("timeOverLinear", rounded(measured.seconds() / (perRow * rows)))
              .set("stages", manifest().get("stages")));
    }
    return report;
  }

  private ObjectNode compared(long rows, int rounds) throws IOException, InterruptedException {
    Path table = table(rows);
    List<Measured> winnow = new ArrayList<>();
    List<Measured> floor = new ArrayList<>();
    List<Measured> chain = new ArrayList<>();
    boolean withChain = !options.contains("--without-chain");
    for (int round = 0; round < rounds; round++) {
      boolean oursFirst = round % 2 == 0;
      if (oursFirst) {
        winnow.add(told("winnow", winnow(table)));
      }
      floor.add(told("floor", rival("floor", table)));
      if (!oursFirst) {
        winnow.add(told("winnow", winnow(table)));
      }
      if (withChain) {
        chain.add(told("chain", rival("chain", table)));
      }
    }
    ObjectNode compared = JSON.createObjectNode().put("rows", rows).put("inputBytes", bytes(table));
    ObjectNode ours = compared.putObject("winnow");
    JsonNode manifest = manifest();
    sides(ours, winnow, Path.of(manifest.at("/run/id").asText()));
    ours.put("writtenRows", manifest.at("/rows/prepared").asLong());
    ours.put("features", manifest.at("/features/count").asLong());
    ours.set("stages", manifest.get("stages"));
    sides(compared.putObject("floor"), floor, Path.of("floor"));
    ratios(compared, "winnowOverFloor", winnow, floor);
    if (withChain) {
      sides(compared.putObject("mllibChain"), chain, Path.of("chain"));
      ratios(compared, "winnowOverMllibChain", winnow, chain);
    }
    return compared;
  }

  private void sides(ObjectNode node, List<Measured> measured, Path ignored) throws IOException {
    node.put("medianSeconds", rounded(median(measured.stream().map(Measured::seconds).toList())));
    ArrayNode seconds = node.putArray("seconds");
    measured.forEach(one -> seconds.add(rounded(one.seconds())));
    node.put("peakBytes", measured.stream().mapToLong(Measured::peakBytes).max().orElse(0));
    node.put("writtenBytes", bytes(output(ignored)));
  }

  private Path output(Path name) {
    return name.getNameCount() > 1
        ? folder.resolve("root/runs").resolve(name).resolve("prepared")
        : folder.resolve(name);
  }

  private static void ratios(
      ObjectNode node, String name, List<Measured> ours, List<Measured> theirs) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i).seconds() / theirs.get(i).seconds());
    }
    ArrayNode pairs = node.putObject(name).put("median", rounded(median(ratios))).putArray("pairs");
    ratios.forEach(ratio -> pairs.add(rounded(ratio)));
  }

  private Measured winnow(Path table) throws IOException, InterruptedException {
    Measured.clear(folder.resolve("root"));
    Path config = PreparePipeline.write(folder, table);
    return Measured.process(
        folder.resolve("winnow.log"), Winnow.class.getName(), "prepare", "--config", "" + config);
  }

  private Measured rival(String name, Path table) throws IOException, InterruptedException {
    Measured.clear(folder.resolve(name));
    return Measured.process(
        folder.resolve(name + ".log"), RIVAL, name, "" + table, "" + folder.resolve(name));
  }

  private Path table(long rows) throws IOException, InterruptedException {
    Path table = folder.resolve("table-" + rows);
    if (!Files.exists(table.resolve("_SUCCESS"))) {
      Measured.clear(table);
      told(
          "generate",
          Measured.process(
              folder.resolve("generate.log"), RIVAL, "generate", "" + rows, "" + table));
    }
    return table;
  }

  private JsonNode manifest() throws IOException {
    try (Stream<Path> below = Files.walk(folder.resolve("root/runs"))) {
      Path file = below.filter(path -> path.endsWith("manifest.json")).findFirst().orElseThrow();
      return JSON.readTree(file.toFile());
    }
  }

  private String option(String name, String otherwise) {
    int at = options.indexOf(name);
    return at < 0 ? otherwise : options.get(at + 1);
  }

  private static Measured told(String name, Measured measured) {
    System.err.printf(
        Locale.ROOT,
        "%-9s %7.1f s  %,6d MiB%n",
        name,
        measured.seconds(),
        measured.peakBytes() >> 20);
    return measured;
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      return below
          .filter(path -> path.toString().endsWith(".parquet"))
          .mapToLong(path -> path.toFile().length())
          .sum();
    }
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
