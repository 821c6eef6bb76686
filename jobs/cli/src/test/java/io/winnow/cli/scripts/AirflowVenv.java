package io.winnow.cli.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Airflow from PyPI in a virtual environment below {@code target}, made once for each
 * version, and its home in a folder of the test.
 */
final class AirflowVenv {
  private static final Path ENVIRONMENTS = Path.of("target/airflow").toAbsolutePath();

  private final Path venv;
  private final Path home;
  private final Map<String, String> environment;

  private AirflowVenv(Path venv, Path home, Map<String, String> environment) {
    this.venv = venv;
    this.home = home;
    this.environment = environment;
  }

  /**
   * Installs Airflow unless it is there; skips the test where PyPI cannot be reached.
   *
   * @param airflow its version
   * @param provider version of its provider for Spark
   * @param home folder that takes its database
   */
  static AirflowVenv of(
      String airflow, String provider, Path home, Map<String, String> environment) {
    Path venv = ENVIRONMENTS.resolve(airflow);
    Path done = venv.resolve("installed-" + provider);
    if (!Files.exists(done)) {
      Ended made = ended(home, Map.of(), List.of("python3", "-m", "venv", venv.toString()));
      assumeTrue(made.exitCode() == 0, "[airflow] python3 -m venv: " + made.lastLine());
      install(venv, home, airflow, provider);
      write(done);
    }
    AirflowVenv made = new AirflowVenv(venv, home, environment);
    Ended migrated = made.airflow("db", "migrate");
    assertThat(migrated.exitCode()).as(migrated.output()).isZero();
    return made;
  }

  private static void install(Path venv, Path home, String airflow, String provider) {
    Ended pip =
        ended(
            home,
            Map.of(),
            List.of(
                venv.resolve("bin/pip").toString(),
                "install",
                "--quiet",
                "apache-airflow==" + airflow,
                "apache-airflow-providers-apache-spark==" + provider));
    assumeTrue(
        pip.exitCode() == 0 || !pip.output().contains("No matching distribution found"),
        "[airflow] PyPI cannot be reached: " + pip.lastLine());
    assertThat(pip.exitCode()).as(pip.output()).isZero();
  }

  /** How a command ended, with stdout and stderr together. */
  record Ended(int exitCode, String output) {
    String lastLine() {
      return output.lines().reduce((first, second) -> second).orElse("");
    }
  }

  /** Calls {@code airflow}. */
  Ended airflow(String... arguments) {
    return airflow(Map.of(), arguments);
  }

  /** The same with further environment variables. */
  Ended airflow(Map<String, String> more, String... arguments) {
    return ended(
        home,
        settings(more),
        Stream.concat(Stream.of(venv.resolve("bin/airflow").toString()), Stream.of(arguments))
            .toList());
  }

  private Map<String, String> settings(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("AIRFLOW_HOME", home.toString());
    settings.put("AIRFLOW__CORE__LOAD_EXAMPLES", "False");
    settings.put("AIRFLOW__CORE__DAGS_FOLDER", Script.ROOT.resolve("scripts/airflow").toString());
    settings.put("PYTHONDONTWRITEBYTECODE", "1");
    // Airflow 2 starts each task of a back-fill by its name.
    settings.put("PATH", venv.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
    settings.putAll(environment);
    settings.putAll(more);
    return settings;
  }

  /** The same Airflow with further environment variables. */
  AirflowVenv with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new AirflowVenv(venv, home, all);
  }

  /** Starts one of its services, whose output goes to {@code SERVICE.log} in its home. */
  Process start(String service) {
    try {
      return process(
              home,
              settings(Map.of()),
              List.of(venv.resolve("bin/airflow").toString(), service),
              log(service).toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a service has printed. */
  Path log(String service) {
    return home.resolve(service + ".log");
  }

  private static ProcessBuilder process(
      Path folder, Map<String, String> environment, List<String> command, File log) {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder.environment().putAll(environment);
    return builder;
  }

  private static Ended ended(Path folder, Map<String, String> environment, List<String> command) {
    try {
      File log = File.createTempFile("airflow", ".log", folder.toFile());
      Process process = process(folder, environment, command, log).start();
      boolean ended = process.waitFor(15, TimeUnit.MINUTES);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      assertThat(ended).as("%s has ended", command).isTrue();
      return new Ended(process.exitValue(), Files.readString(log.toPath()));
    } catch (IOException e) {
      return new Ended(-1, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file) {
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
