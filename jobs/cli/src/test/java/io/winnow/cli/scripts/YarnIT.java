package io.winnow.cli.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The submitted jar on a real YARN cluster, with its driver there. */
@Tag("yarn")
class YarnIT {
  @TempDir private static Path folder;

  private static MiniYARNCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    YarnConfiguration settings = new YarnConfiguration();
    settings.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
    settings.setBoolean(YarnConfiguration.NM_PMEM_CHECK_ENABLED, false);
    settings.setFloat(YarnConfiguration.NM_MAX_PER_DISK_UTILIZATION_PERCENTAGE, 100);
    settings.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, 256);
    settings.setFloat("yarn.scheduler.capacity.maximum-am-resource-percent", 1);
    settings.set("yarn.scheduler.capacity.root.queues", "default");
    settings.set("yarn.scheduler.capacity.root.default.capacity", "100");
    cluster = new MiniYARNCluster("winnow", 1, 1, 1);
    cluster.init(settings);
    cluster.start();
    try (OutputStream file = Files.newOutputStream(folder.resolve("yarn-site.xml"))) {
      cluster.getConfig().writeXml(file);
    }
    Script sample =
        Script.call(folder, "winnow", "sample", "--table", "walkthrough", "--out", "table.csv");
    assertThat(sample.exitCode()).as("%s", sample).isZero();
  }

  @AfterAll
  static void stop() {
    cluster.stop();
  }

  @Test
  void aRunIsPublished() throws Exception {
    Script run = run("published", folder.resolve("table.csv"));
    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(manifest("published").path("status").asText()).isEqualTo("published");
    assertThat(folder.resolve("published/current/walkthrough.json")).exists();
  }

  @Test
  void anEmptyTableFailsTheApplication() throws Exception {
    Script run = run("empty", Files.createFile(folder.resolve("empty.csv")));
    assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
    assertThat(String.join("\n", run.err())).contains("winnow ended with exit status 3");
    assertThat(manifest("empty").path("status").asText()).isEqualTo("failed");
    assertThat(manifest("empty").path("exitCode").asInt()).isEqualTo(3);
    assertThat(folder.resolve("empty/current")).doesNotExist();
  }

  @Test
  void aRefusedModelFailsTheApplication() throws Exception {
    Script run = run("refused", folder.resolve("table.csv"), "--set", "gates.rmse.max=0.000001");
    assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
    assertThat(manifest("refused").path("status").asText()).isEqualTo("refused");
    assertThat(manifest("refused").path("exitCode").asInt()).isEqualTo(6);
    assertThat(folder.resolve("refused/current")).doesNotExist();
  }

  private static Script run(String root, Path table, String... more) throws Exception {
    String home = System.getProperty("java.home");
    String[] arguments = {
      "--master",
      "yarn",
      "--deploy-mode",
      "cluster",
      "--properties-file",
      Script.ROOT.resolve("conf/spark/yarn.properties").toString(),
      "--conf",
      "spark.yarn.jars=local:" + Script.ROOT.resolve("target/spark/jars") + "/*",
      "--conf",
      "spark.yarn.stagingDir=" + folder.resolve("staging").toUri(),
      "--conf",
      "spark.yarn.appMasterEnv.JAVA_HOME=" + home,
      "--conf",
      "spark.executorEnv.JAVA_HOME=" + home,
      "--conf",
      "spark.executor.memoryOverhead=512m",
      "--num-executors",
      "1",
      "--executor-memory",
      "1g",
      "--",
      "run",
      "--config",
      Script.ROOT.resolve("conf/examples/walkthrough.yaml").toString(),
      "--root",
      folder.resolve(root).toString(),
      "--set",
      "source.path=" + table,
      "--set",
      "training.epochs=2"
    };
    Map<String, String> environment =
        Map.of(
            "HADOOP_CONF_DIR",
            folder.toString(),
            "WINNOW_NATIVES",
            Script.ROOT.resolve("target/javacpp").toString());
    return Script.call(
        folder,
        environment,
        "submit",
        Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new));
  }

  private static JsonNode manifest(String root) throws IOException {
    Path manifest = folder.resolve(root + "/runs/walkthrough/manual/1/manifest.json");
    return Json.MAPPER.readTree(Files.readAllBytes(manifest));
  }
}
