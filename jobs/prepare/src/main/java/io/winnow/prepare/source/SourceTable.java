package io.winnow.prepare.source;

import io.winnow.core.manifest.Warning;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A raw table, opened and checked against its schema but not read.
 *
 * @param rows the declared columns in the order of the schema; of CSV files one more, which holds
 *     the line where it could not be divided into cells
 * @param files where it comes from
 */
public record SourceTable(Dataset<Row> rows, List<InputFile> files, List<Warning> warnings) {}
