package io.winnow.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands in processes of their own, as the launcher does. */
final class Child {
  private Child() {}

  static Process start(String... command) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-X") || argument.startsWith("--add-opens"))
        .forEach(line::add);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Winnow.class.getName()));
    line.addAll(List.of(command));
    return new ProcessBuilder(line).start();
  }
}
