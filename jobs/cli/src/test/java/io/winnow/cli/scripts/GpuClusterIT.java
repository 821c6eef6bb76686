package io.winnow.cli.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The properties file of a plan on a real standalone cluster whose workers say that they have two
 * GPUs each. Nothing computes on them: what is tested is that Spark takes the settings and
 * schedules as planned.
 */
@Tag("long")
class GpuClusterIT {
  @TempDir private Path folder;
  private String master;

  @BeforeEach
  void start() throws Exception {
    Path gpus =
        Files.writeString(
            folder.resolve("two-gpus"),
            "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"0\", \"1\"]}'\n");
    Files.setPosixFilePermissions(gpus, PosixFilePermissions.fromString("rwx------"));
    Map<String, String> environment =
        Map.of(
            "WINNOW_WORKER_CORES", "2",
            "WINNOW_WORKER_GPUS", gpus.toString(),
            "WINNOW_WORKER_GPU_COUNT", "2");
    Script started = Script.call(folder, environment, "cluster", "start");
    assertThat(started.exitCode()).as("%s", started).isZero();
    master = started.out().get(0);
  }

  @AfterEach
  void stop() throws Exception {
    assertThat(Script.call(folder, "cluster", "stop").exitCode()).isZero();
  }

  @Test
  void fourWorkersShareTwoGpus() throws Exception {
    done("winnow", "sample", "--table", "walkthrough", "--out", "table.csv", "--rows", "1000");
    Path properties = folder.resolve("plan.properties");
    done(
        "winnow",
        walkthrough(
            "plan",
            "--set",
            "network.layers=[{type: dense, units: 10}, {type: output, units: 1}]",
            "--set",
            "network.input.features=5",
            "--gpu",
            "T4",
            "--gpus",
            "2",
            "--properties",
            properties.toString()));

    Script trained =
        done(
            "submit",
            Stream.concat(
                    Stream.of("--master", master, "--properties-file", properties.toString(), "--"),
                    Stream.of(walkthrough("run", "--set", "training.epochs=1", "--output", "json")))
                .toArray(String[]::new));

    assertThat(trained.err())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("4 workers, backend cpu, GPUs ")
                    .matches(".*GPUs (\\d/[01] ){3}\\d/[01].*"));
    assertThat(Files.readString(properties)).contains("spark.task.resource.gpu.amount 0.5\n");
    assertThat(allocated()).as("an address for each executor").hasSize(2).isSubsetOf("0", "1");
    Path manifest = folder.resolve("root/runs/walkthrough/manual/1/manifest.json");
    assertThat(Json.MAPPER.readTree(manifest.toFile()).at("/training/workers").asInt())
        .isEqualTo(4);
  }

  private Script done(String script, String... arguments) throws Exception {
    Script ended = Script.call(folder, script, arguments);
    assertThat(ended.exitCode()).as("%s", ended).isZero();
    return ended;
  }

  private String[] walkthrough(String command, String... more) {
    return Stream.concat(
            Stream.of(
                command,
                "--config",
                Script.ROOT.resolve("conf/examples/walkthrough.yaml").toString(),
                "--root",
                folder.resolve("root").toString(),
                "--set",
                "source.path=" + folder.resolve("table.csv"),
                "--set",
                "training.workers=4"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /** The GPUs of each executor, by the file that its worker gave it. */
  private static List<String> allocated() throws IOException {
    try (Stream<Path> files = Files.walk(Script.ROOT.resolve("target/cluster"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("resource-executor-"))
          .map(GpuClusterIT::addresses)
          .toList();
    }
  }

  private static String addresses(Path file) {
    try {
      return Json.MAPPER.readTree(file.toFile()).at("/0/addresses/0").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
