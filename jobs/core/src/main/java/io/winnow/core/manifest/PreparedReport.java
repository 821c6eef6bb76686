package io.winnow.core.manifest;

import java.util.Map;

/**
 * The prepared data.
 *
 * @param contentHash of all splits, 64 hex digits
 * @param splits by {@code train}, {@code validation}, {@code test}
 */
public record PreparedReport(String contentHash, Map<String, PreparedSplit> splits) {

  /**
   * One prepared split.
   *
   * @param path folder of its Parquet files, relative to the run
   */
  public record PreparedSplit(String path, long rows, long files, long bytes, String contentHash) {}
}
