package io.winnow.prepare.source;

import io.winnow.core.manifest.Warning;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A raw table, opened and checked against its schema but not read.
 *
 * @param rows the declared columns in the order of the schema; where a text format takes part one
 *     more, which holds the line where it is not a row
 * @param inputs where it comes from
 * @param isPlain whether every row of the inputs is a row of the table, and no other is
 * @param checks what can only be checked by reading inputs
 */
public record SourceTable(
    Dataset<Row> rows,
    List<SourceInput> inputs,
    boolean isPlain,
    List<Warning> warnings,
    List<Runnable> checks) {

  /**
   * Checks what the table needs of its inputs; to be called before rows are read.
   *
   * @throws io.winnow.core.failure.WinnowException when they do not have it
   */
  public void verify() {
    checks.forEach(Runnable::run);
  }

  /** The same table over a number of partitions. */
  SourceTable over(int partitions) {
    return new SourceTable(rows.repartition(partitions), inputs, isPlain, warnings, checks);
  }
}
