package io.winnow.core.config;

import io.winnow.core.config.SourceConfig.CsvOptions;
import io.winnow.core.redact.Redactor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where one raw table is.
 *
 * @param path file, folder or glob; null for format jdbc
 * @param options dialect of CSV files
 * @param jdbc the database; null for every other format
 */
public record TableConfig(
    SourceFormat format, @Nullable String path, CsvOptions options, @Nullable JdbcConfig jdbc) {

  /** Path, or address of the database with the table or query, without secrets. */
  public String location() {
    return Redactor.redact(
        path != null
            ? path
            : Objects.requireNonNull(jdbc).url() + " " + Objects.requireNonNull(jdbc).relation());
  }
}
