package io.winnow.prepare.dedup;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that are computed once and read often, and whose plan is a leaf. The plan of a cached data
 * frame holds that of what it was made from, twice under adaptive execution, so that a chain of
 * them takes exponential time to plan and print.
 */
record StoredRows(JavaRDD<Row> stored, Dataset<Row> rows) {

  static StoredRows of(Dataset<Row> rows) {
    JavaRDD<Row> stored = rows.javaRDD().persist(StorageLevel.MEMORY_AND_DISK_SER());
    return new StoredRows(stored, rows.sparkSession().createDataFrame(stored, rows.schema()));
  }

  void free() {
    stored.unpersist(false);
  }
}
