package io.winnow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.cli.Cli;
import io.winnow.cli.Cli.Ended;
import io.winnow.core.sample.SampleTable;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {
  @TempDir private Path folder;

  @Test
  void writesTheTableAndTellsItsFacts() throws IOException {
    Path out = folder.resolve("new/demo.csv");
    Ended ended =
        Cli.run(
            "sample",
            "--table",
            "demo",
            "--rows",
            "500",
            "--seed",
            "3",
            "--out",
            out.toString(),
            "--output",
            "json");

    StringWriter expected = new StringWriter();
    SampleTable.DEMO.write(expected, 500, 3);
    assertThat(ended.exitCode()).isZero();
    assertThat(out).hasContent(expected.toString());
    assertThat(ended.json().path("rows").asInt()).isEqualTo(500);
    assertThat(ended.json().path("exactDuplicates").asInt()).isEqualTo(10);
    assertThat(folder.resolve("new").toFile().list()).containsExactly("demo.csv");
  }

  @Test
  void theWalkthroughHasAThousandRows() {
    Path out = folder.resolve("table.csv");

    assertThat(Cli.run("sample", "--table", "walkthrough", "--out", out.toString()).out())
        .isEqualTo("wrote %s: 1000 rows\n".formatted(out));
    assertThat(out.toFile()).exists();
  }

  @Test
  void aPathBelowAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Ended ended =
        Cli.run("sample", "--table", "demo", "--out", file.resolve("demo.csv").toString());

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors()).singleElement().asString().contains("--out '" + file);
  }
}
