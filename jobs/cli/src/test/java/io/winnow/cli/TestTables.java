package io.winnow.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Real tables, in the folder that the environment variable WINNOW_TEST_DATA names. */
public final class TestTables {
  private TestTables() {}

  /** A file of that folder; the test is skipped without it. */
  static Path file(String name) {
    String folder = System.getenv("WINNOW_TEST_DATA");
    assumeTrue(folder != null, "[data] WINNOW_TEST_DATA is not set");
    Path file = Path.of(folder).resolve(name);
    assumeTrue(Files.exists(file), "[data] no " + file);
    return file;
  }

  /**
   * Writes a table with one more column, which the split file gives by row number; rows that it
   * leaves out have no label, or repeat others.
   */
  public static Path withSplit(Path table, Path split, Path out) throws IOException {
    try (BufferedReader rows = open(table);
        BufferedReader splits = open(split);
        Writer joined = Files.newBufferedWriter(out)) {
      splits.readLine();
      joined.write(rows.readLine() + ",split\n");
      String assigned = splits.readLine();
      String row;
      for (int number = 0; (row = rows.readLine()) != null; number++) {
        if (assigned != null && assigned.startsWith(number + ",")) {
          joined.write(row + assigned.substring(assigned.indexOf(',')) + "\n");
          assigned = splits.readLine();
        }
      }
      if (assigned != null) {
        throw new IllegalStateException("the split goes on beyond the table: " + assigned);
      }
    }
    return out;
  }

  private static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }
}
