package io.winnow.train.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.prepare.store.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver is killed, with no time to tidy up, and training is begun again. */
class KilledTrainingTest {
  @TempDir private Path root;

  @Test
  void goesOnAfterAKillAndEndsInTheSameBits() throws IOException, InterruptedException {
    killAndResume(1, 1);
  }

  @Test
  @Tag("long")
  void goesOnAfterTenKills() throws IOException, InterruptedException {
    killAndResume(2, 10);
  }

  private void killAndResume(long seed, int kills) throws IOException, InterruptedException {
    String expected =
        KilledTraining.text(
            new RoundTrainer(Checkpoints.none())
                .train(KilledTraining.task(), epoch -> {})
                .network()
                .parameters());
    Random random = new Random(seed);
    TreeSet<Integer> moments = new TreeSet<>();
    while (moments.size() < kills) {
      moments.add(1 + random.nextInt(KilledTraining.ROUNDS - 5));
    }

    int done = 0;
    for (int moment : moments) {
      done = killedAfter(moment, done);
    }
    Process last = start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = output(last)) {
      out.lines().forEach(lines::add);
    }
    assertThat(last.waitFor()).as(() -> String.join("\n", lines)).isZero();

    requireResumed(lines.get(0), done);
    Run run = KilledTraining.run(root.toString());
    assertThat(new String(run.read(KilledTraining.RESULT), StandardCharsets.UTF_8))
        .isEqualTo(expected);
  }

  /** Kills a driver as soon as it says that so many rounds are done; the rounds it said. */
  private int killedAfter(int moment, int before) throws IOException, InterruptedException {
    Process driver = start();
    int said = before;
    try (BufferedReader out = output(driver)) {
      String line = out.readLine();
      if (before > 0) {
        requireResumed(line, before);
      }
      while (line != null && said < moment) {
        said = line.startsWith("round ") ? Integer.parseInt(line.substring(6)) : said;
        line = said < moment ? out.readLine() : line;
      }
      driver.destroyForcibly();
    }
    assertThat(driver.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).isGreaterThanOrEqualTo(moment);
    return said;
  }

  /** A round is told after its checkpoint is written, so none that was told is lost. */
  private static void requireResumed(String line, int told) {
    assertThat(line).startsWith("resumed ");
    assertThat(Integer.parseInt(line.substring(8))).isGreaterThanOrEqualTo(told);
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private Process start() throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-X") || argument.startsWith("--add-opens"))
        .forEach(line::add);
    for (String key : List.of("org.bytedeco.javacpp.cachedir", "log4j2.configurationFile")) {
      line.add("-D" + key + "=" + System.getProperty(key));
    }
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(List.of(KilledTraining.class.getName(), root.toString()));
    return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
