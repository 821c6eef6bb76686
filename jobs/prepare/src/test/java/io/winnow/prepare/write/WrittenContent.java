package io.winnow.prepare.write;

import io.winnow.core.hash.ContentHash;
import io.winnow.core.split.Split;
import java.util.Iterator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads prepared splits back and hashes what is really there. */
public final class WrittenContent {
  private WrittenContent() {}

  /** The hash of the splits in a folder. */
  public static String hash(SparkSession spark, String prepared) {
    ContentHash all = new ContentHash();
    for (Split split : Split.values()) {
      all.merge(
          hash(split.key(), spark.read().parquet(prepared + "/" + split.key()).toLocalIterator()));
    }
    return all.hex();
  }

  private static ContentHash hash(String split, Iterator<Row> rows) {
    ContentHash hash = new ContentHash();
    while (rows.hasNext()) {
      Row row = rows.next();
      hash.add(split, row.getString(0), row.getDouble(1), features(row));
    }
    return hash;
  }

  private static double[] features(Row row) {
    if (row.size() == 3 && row.get(2) instanceof Vector vector) {
      return vector.toArray();
    }
    double[] features = new double[row.size() - 2];
    for (int i = 0; i < features.length; i++) {
      features[i] = row.getDouble(2 + i);
    }
    return features;
  }
}
