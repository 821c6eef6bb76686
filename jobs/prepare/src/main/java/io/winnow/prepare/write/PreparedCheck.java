package io.winnow.prepare.write;

import io.winnow.core.hash.ContentHash;
import io.winnow.core.manifest.PreparedReport.PreparedSplit;
import io.winnow.core.split.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads a prepared split back and hashes what is really there. */
public final class PreparedCheck {
  private PreparedCheck() {}

  /**
   * What was found.
   *
   * @param name of the split's folder, relative to the run
   * @param hash added to, for the hash of all splits
   */
  public static PreparedSplit check(
      SparkSession spark, Split split, String name, String path, ContentHash hash) {
    String splitKey = split.key();
    ContentHash found =
        spark
            .read()
            .parquet(path)
            .javaRDD()
            .mapPartitions(rows -> List.of(hash(splitKey, rows)).iterator())
            .fold(
                new ContentHash(),
                (left, right) -> {
                  left.merge(right);
                  return left;
                });
    hash.merge(found);
    long[] files = files(spark, path);
    return new PreparedSplit(name, found.rows(), files[0], files[1], found.hex());
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

  /** Count and bytes of data files. */
  private static long[] files(SparkSession spark, String path) {
    try {
      Path folder = new Path(path);
      FileSystem files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
      RemoteIterator<LocatedFileStatus> below = files.listFiles(folder, false);
      long[] found = new long[2];
      while (below.hasNext()) {
        LocatedFileStatus file = below.next();
        if (file.getPath().getName().endsWith(".parquet")) {
          found[0]++;
          found[1] += file.getLen();
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + path, e);
    }
  }
}
