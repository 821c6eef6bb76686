package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.prepare.Tables.Prepared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every sensitive cell of the table has the word canary in it, which must then be nowhere. */
class SensitiveColumnsTest {
  private static final String CANARY = "canary";

  /** A variable that every machine has; what it holds serves as the key. */
  private static final String VARIABLE = "PATH";

  private static final String SENSITIVE =
      "sensitive={keyVariable: %s, columns: {mail: {action: hash}, phone: {action: mask, keepLast: 1}, home: {action: hash}, name: {}}}";

  @TempDir Path folder;

  @Test
  void noSensitiveCellIsInAnyFileOrLogLine() throws IOException {
    LogLines log = new LogLines();
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.INFO);
    // The lines are for this test alone.
    context
        .getRootLogger()
        .getAppenders()
        .values()
        .forEach(context.getRootLogger()::removeAppender);
    context.getRootLogger().addAppender(log);
    Prepared prepared;
    try {
      prepared = prepare(VARIABLE);
    } finally {
      context.getRootLogger().removeAppender(log);
      context.reconfigure();
    }

    assertThat(prepared.result().rows().rejected()).isEqualTo(2);
    assertThat(prepared.result().toString()).doesNotContain(CANARY).contains("*5");
    assertThat(log.lines).isNotEmpty().noneMatch(line -> line.contains(CANARY));
    String key = System.getenv(VARIABLE);
    assertThat(log.lines).noneMatch(line -> line.contains(key));
    for (String text : files(prepared)) {
      assertThat(text).doesNotContain(CANARY).doesNotContain(key);
    }
    // Compressed files hide what they hold, so they are read too.
    for (String split : List.of("train", "validation", "test")) {
      List<Row> rows =
          LocalSpark.session()
              .read()
              .parquet(prepared.run().path("prepared/" + split))
              .collectAsList();
      assertThat(rows).isNotEmpty().allMatch(row -> row.getString(0).matches("[0-9a-f]{32}"));
    }
  }

  @Test
  void aMissingKeyIsSaidBeforeAnythingIsRead() {
    assertThatThrownBy(() -> prepare("WINNOW_TEST_NO_SUCH_KEY"))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("environment variable 'WINNOW_TEST_NO_SUCH_KEY' is not set")
        .satisfies(e -> assertThat(((WinnowException) e).exitCode()).isEqualTo(ExitCode.USAGE));
  }

  private static List<String> files(Prepared prepared) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(prepared.run().path()))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(texts).anyMatch(text -> text.contains("is not a number"));
    return texts;
  }

  private Prepared prepare(String keyVariable) throws IOException {
    List<String> lines = new ArrayList<>(List.of("mail,phone,home,name,age,label"));
    for (int i = 0; i < 300; i++) {
      lines.add(
          "canary-%d@example.org,0171 canary %d,canary street %d,Ms Canary canary%d,%d,%s"
              .formatted(i, i % 10, i / 3, i, 20 + i % 50, i % 3 == 0 ? "yes" : "no"));
    }
    lines.add("canary-x@example.org,0171 canary 5,canary street 1,Mr canary,old,no");
    lines.add("canary-y@example.org,0171 canary 5,canary street 1,Mr canary,5,no,canary");
    Path table = Files.write(folder.resolve("people.csv"), lines);
    Files.writeString(
        folder.resolve("table.yaml"),
        """
        table: people
        columns:
          - {name: mail, type: text, role: key}
          - {name: phone, type: category}
          - {name: home, type: text, role: group}
          - {name: name, type: text, role: ignore}
          - {name: age, type: integer}
          - {name: label, type: category, role: label}
        """);
    Path config =
        Files.writeString(
            folder.resolve("pipeline.yaml"),
            """
            pipeline: people
            root: %s
            source: {path: people.csv}
            schema: table.yaml
            label: {column: label}
            dedup: {exact: row}
            split: {ratios: 0.6/0.2/0.2}
            """
                .formatted(folder.resolve("root")));
    return Tables.prepare(folder, config, table.toString(), SENSITIVE.formatted(keyVariable));
  }

  private static final class LogLines extends AbstractAppender {
    private final List<String> lines = new ArrayList<>();

    LogLines() {
      super("lines", null, null, true, Property.EMPTY_ARRAY);
      start();
    }

    @Override
    public synchronized void append(LogEvent event) {
      lines.add(event.getMessage().getFormattedMessage());
    }
  }
}
