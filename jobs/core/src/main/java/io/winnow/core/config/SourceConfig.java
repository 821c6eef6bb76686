package io.winnow.core.config;

import org.jspecify.annotations.Nullable;

/**
 * Where the raw table is.
 *
 * @param path file, folder or glob
 * @param partitions partitions to spread the input over, or null to leave it as it is read
 * @param options dialect of CSV files
 */
public record SourceConfig(
    SourceFormat format, String path, @Nullable Integer partitions, CsvOptions options) {

  /**
   * Dialect of CSV files.
   *
   * @param multiLine whether cells may hold line breaks
   */
  public record CsvOptions(
      String delimiter, String quote, String escape, String encoding, boolean multiLine) {}
}
