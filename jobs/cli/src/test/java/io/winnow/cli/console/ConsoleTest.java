package io.winnow.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.failure.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ConsoleTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void noRun() {
    MDC.clear();
  }

  @Test
  void textStaysAsItIs() {
    console(LogFormat.TEXT).progress("epoch 1/12");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("epoch 1/12\n");
    assertThat(out.size()).isZero();
  }

  @Test
  void jsonIsOneObjectALineWithTheRun() throws IOException {
    Console console = console(LogFormat.JSON);
    console.progress("before");
    console.begin("demo/2026-11-22/1");
    console.progress("a \"quoted\" line");

    String[] lines = err.toString(StandardCharsets.UTF_8).split("\n", -1);
    assertThat(lines).hasSize(3);
    assertThat(Json.MAPPER.readTree(lines[0]).path("run").isNull()).isTrue();
    JsonNode told = Json.MAPPER.readTree(lines[1]);
    assertThat(told.path("run").asText()).isEqualTo("demo/2026-11-22/1");
    assertThat(told.path("message").asText()).isEqualTo("a \"quoted\" line");
    assertThat(told.path("level").asText()).isEqualTo("INFO");
    assertThat(Instant.parse(told.path("time").asText())).isBefore(Instant.now());
  }

  @Test
  void secretsAreTakenOutOfBoth() {
    String line = "reading jdbc:postgresql://db/shop?password=hunter2";
    console(LogFormat.TEXT).progress(line);
    console(LogFormat.JSON).progress(line);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("reading").doesNotContain("hunter2");
  }

  @Test
  void aFailureIsTheSameLineInBoth() {
    Failure failure = new Failure(ExitCode.DATA, "the file is empty");
    console(LogFormat.JSON).failure(failure);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("error: the file is empty\n");
  }

  private Console console(LogFormat format) {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        format);
  }
}
