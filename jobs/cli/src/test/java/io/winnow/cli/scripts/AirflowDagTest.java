package io.winnow.cli.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.winnow.cli.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be told of the DAG without Airflow; {@link AirflowIT} runs it. */
class AirflowDagTest {
  private static final Path FILE = Cli.CHECKOUT.resolve("scripts/airflow/winnow_nightly.py");
  private static final String DAG = Cli.read(FILE);

  @TempDir private Path folder;

  @Test
  void itIsPython() throws Exception {
    Process python;
    try {
      python =
          new ProcessBuilder(
                  "python3",
                  "-c",
                  "import py_compile, sys; py_compile.compile(sys.argv[1], sys.argv[2], doraise=True)",
                  FILE.toString(),
                  folder.resolve("dag.pyc").toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "[airflow] python3 is not on the PATH");
      return;
    }
    String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor()).as(output).isZero();
  }

  @Test
  void itUsesNothingThatAirflow3HasTakenAway() {
    assertThat(DAG)
        .doesNotContain(
            "execution_date", "SubDag", "sla", "schedule_interval", "days_ago", "provide_context")
        .contains("catchup=False", "max_active_runs=1", "CronDataIntervalTimetable(");
  }

  @Test
  void everySettingIsListedAtItsHead() {
    String head = DAG.substring(0, DAG.indexOf("\"\"\"", 3));

    assertThat(found("setting\\(\\s*\"([A-Z]+)\"", DAG))
        .isEqualTo(found("(?m)^WINNOW_([A-Z]+) ", head))
        .contains("CONFIG", "POOL");
  }

  @Test
  void itsCommandsAreThoseOfWinnow() {
    NavigableSet<String> commands = found("command=\"(\\w+)\"", DAG);

    assertThat(commands).contains("prepare", "publish");
    for (String command : commands) {
      assertThat(Cli.run(command, "--help").exitCode()).as(command).isZero();
    }
    for (List<String> command :
        List.of(List.of("runs", "list"), List.of("runs", "show"), List.of("runs", "verify"))) {
      assertThat(DAG).contains("\"" + String.join("\", \"", command) + "\"");
      assertThat(Cli.run(command, "--help").exitCode()).as("%s", command).isZero();
    }
  }

  private static NavigableSet<String> found(String pattern, String text) {
    NavigableSet<String> found = new TreeSet<>();
    Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .forEach(found::add);
    return found;
  }
}
