package io.winnow.cli.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A finished call of one of the checkout's scripts. */
record Script(int exitCode, List<String> out, List<String> err) {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** Calls {@code scripts/NAME} from the folder {@code from}, which also takes what it prints. */
  static Script call(Path from, String name, String... arguments)
      throws IOException, InterruptedException {
    return call(from, Map.of(), name, arguments);
  }

  /** The same with further environment variables. */
  static Script call(Path from, Map<String, String> environment, String name, String... arguments)
      throws IOException, InterruptedException {
    File out = from.resolve(name + ".out").toFile();
    File err = from.resolve(name + ".err").toFile();
    ProcessBuilder builder = process(from, name, arguments);
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out).redirectError(err).start();
    boolean ended = process.waitFor(10, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("%s %s has ended", name, List.of(arguments)).isTrue();
    return new Script(
        process.exitValue(), Files.readAllLines(out.toPath()), Files.readAllLines(err.toPath()));
  }

  /** The process of a call, which has not begun; what it prints goes wherever its caller says. */
  static ProcessBuilder process(Path from, String name, String... arguments) {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("scripts/" + name).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(from.toFile())
            .redirectInput(Redirect.from(new File("/dev/null")));
    // The jar of the build that runs this test.
    builder.environment().put("WINNOW_JAR", System.getProperty("winnow.jar"));
    builder.environment().remove("SPARK_HOME");
    return builder;
  }
}
