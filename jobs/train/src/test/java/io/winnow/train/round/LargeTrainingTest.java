package io.winnow.train.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten times the rows, which the heap does not hold, train within the same heap. */
class LargeTrainingTest {
  private static final String HEAP = "-Xmx512m";
  private static final int ROWS = 30_000;
  private static final long MAX_SHARD_BYTES = 64L << 20;

  @TempDir private Path folder;

  @Test
  @Tag("long")
  void tenTimesTheRowsTrainInTheSameHeap() throws IOException, InterruptedException {
    assertThat(10L * ROWS * LargeTraining.FEATURES * Float.BYTES).isGreaterThan(512L << 20);

    assertThat(trained(ROWS)).contains("trained 30000 0.");
    assertThat(trained(10 * ROWS)).contains("trained 300000 0.");
  }

  private String trained(int rows) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(line::add);
    for (String key : List.of("org.bytedeco.javacpp.cachedir", "log4j2.configurationFile")) {
      line.add("-D" + key + "=" + System.getProperty(key));
    }
    line.add(HEAP);
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(
        List.of(
            LargeTraining.class.getName(), Integer.toString(rows), Long.toString(MAX_SHARD_BYTES)));
    Path output = folder.resolve("rows-" + rows + ".txt");
    Process training =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    int exitCode = training.waitFor();
    String printed = Files.readString(output);
    assertThat(exitCode).as(printed).isZero();
    return printed;
  }
}
