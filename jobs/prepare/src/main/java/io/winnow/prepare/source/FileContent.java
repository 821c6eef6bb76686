package io.winnow.prepare.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * What is in a file.
 *
 * @param rows as a file {@code *.parquet} tells in its footer; {@link #UNCOUNTED} of any other
 */
record FileContent(String sha256, long rows) implements Serializable {
  static final long UNCOUNTED = -1;

  /** What every Parquet file begins with. */
  private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Reads a file. */
  static FileContent of(InputFile file, Configuration configuration) throws IOException {
    Path path = new Path(file.uri());
    FileSystem system = path.getFileSystem(configuration);
    byte[] first;
    String sha256;
    try (InputStream in = system.open(path)) {
      first = in.readNBytes(PARQUET.length);
      MessageDigest digest = DigestUtils.updateDigest(DigestUtils.getSha256Digest(), first);
      sha256 = Hex.encodeHexString(DigestUtils.updateDigest(digest, in).digest());
    }
    boolean isParquet = path.getName().endsWith(".parquet") && Arrays.equals(first, PARQUET);
    return new FileContent(sha256, isParquet ? rows(path, configuration) : UNCOUNTED);
  }

  private static long rows(Path path, Configuration configuration) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, configuration))) {
      return reader.getRecordCount();
    }
  }
}
