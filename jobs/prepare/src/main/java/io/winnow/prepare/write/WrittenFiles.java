package io.winnow.prepare.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * What lies in a folder of Parquet files.
 *
 * @param rows by the footers of the files
 */
public record WrittenFiles(long files, long bytes, long rows) {

  /** Lists a folder and reads the footers. */
  public static WrittenFiles in(String path, Configuration configuration) {
    try {
      Path folder = new Path(path);
      FileSystem system = folder.getFileSystem(configuration);
      RemoteIterator<LocatedFileStatus> below = system.listFiles(folder, false);
      WrittenFiles found = new WrittenFiles(0, 0, 0);
      while (below.hasNext()) {
        LocatedFileStatus file = below.next();
        if (file.getPath().getName().endsWith(".parquet")) {
          found = found.and(file, configuration);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the Parquet files in " + path, e);
    }
  }

  private WrittenFiles and(LocatedFileStatus file, Configuration configuration) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromStatus(file, configuration))) {
      return new WrittenFiles(files + 1, bytes + file.getLen(), rows + reader.getRecordCount());
    }
  }
}
