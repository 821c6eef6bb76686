package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process as a scheduler sees it: its two streams and its exit status. */
class MainTest {
  @TempDir private Path folder;

  @Test
  void stdoutIsTheResultAndStderrIsQuiet() throws IOException, InterruptedException {
    Path table = folder.resolve("demo.csv");
    Cli.run("sample", "--table", "demo", "--rows", "500", "--out", table.toString());
    Ended ended = prepare(table);

    assertThat(ended.exitCode).as(ended.err).isZero();
    assertThat(ended.out.lines()).hasSize(1);
    assertThat(ended.out)
        .startsWith("{\"status\":\"prepared\",\"exitCode\":0,\"runId\":\"demo/manual/1\",")
        .endsWith("manifest.json\"}\n");
    assertThat(ended.err.lines())
        .allSatisfy(line -> assertThat(line).matches("(run|read|dedup|label|split|fit|write) .*"));
  }

  @Test
  void aFailureIsOneLineAndTheExitStatus() throws IOException, InterruptedException {
    Ended ended = prepare(folder.resolve("none.csv"));

    assertThat(ended.exitCode).isEqualTo(2);
    assertThat(ended.out).contains("\"status\":\"failed\",\"exitCode\":2");
    assertThat(ended.err.lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("error: source.path: '" + folder.resolve("none.csv") + "'");
  }

  private Ended prepare(Path table) throws IOException, InterruptedException {
    Process child =
        Child.start(
            "prepare",
            "--config",
            Cli.example("demo"),
            "--root",
            folder.resolve("root").toString(),
            "--set",
            "source.path=" + table,
            "--output",
            "json");
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> text(child.getErrorStream()));
    String out = text(child.getInputStream());
    return new Ended(child.waitFor(), out, err.join());
  }

  private static String text(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Ended(int exitCode, String out, String err) {}
}
