package io.winnow.core.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.profile.check.CheckResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a table is like, as {@code profile/profile.json} holds it: {@code
 * schemas/profile.schema.json} describes the file. It depends on the set of rows and on the
 * configuration alone.
 *
 * @param schemaVersion of the file
 * @param table name of the table schema
 * @param label balance of the classes; null without a label or where it is a number
 */
public record Profile(
    int schemaVersion,
    String table,
    RowSummary rows,
    List<CheckResult> checks,
    @Nullable LabelBalance label,
    List<ColumnProfile> columns,
    Correlation correlation) {

  /** The version that this program reads and writes. */
  public static final int SCHEMA_VERSION = 1;

  /**
   * Rows of the table.
   *
   * @param read all rows of the source
   * @param rejected rows that do not parse, of which nothing else is counted
   * @param exactDuplicates rows that equal another one in every declared column, less one of each
   */
  public record RowSummary(long read, long rejected, long exactDuplicates) {

    /** Rows that every other figure is about. */
    public long accepted() {
      return read - rejected;
    }
  }

  /** The same with the results of checks. */
  public Profile with(List<CheckResult> results) {
    return new Profile(schemaVersion, table, rows, results, label, columns, correlation);
  }

  /** The column of that name. */
  public Optional<ColumnProfile> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The file's content. */
  public byte[] toJson() {
    return Json.pretty(this);
  }

  /** Reads {@code profile.json}; empty for one of another version. */
  public static Optional<Profile> read(byte[] json) throws IOException {
    JsonNode tree = Json.MAPPER.readTree(json);
    return tree.path("schemaVersion").asInt() == SCHEMA_VERSION
        ? Optional.of(bound(tree))
        : Optional.empty();
  }

  private static Profile bound(JsonNode tree) throws JsonProcessingException {
    return Json.MAPPER.treeToValue(tree, Profile.class);
  }
}
