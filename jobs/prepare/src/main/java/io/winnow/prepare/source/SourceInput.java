package io.winnow.prepare.source;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One of the tables that a source is made of.
 *
 * @param where its first file, or the database and table without secrets
 * @param files those it consists of; none for a database
 * @param rows what is counted
 */
public record SourceInput(String where, List<InputFile> files, Dataset<Row> rows) {

  /** Each file with its size, in lines. */
  public String listed() {
    return files.isEmpty()
        ? where
        : files.stream()
            .map(file -> String.format(Locale.ROOT, "%s  %,d bytes", file.uri(), file.bytes()))
            .collect(Collectors.joining("\n"));
  }
}
