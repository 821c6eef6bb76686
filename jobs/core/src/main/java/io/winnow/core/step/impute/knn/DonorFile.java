package io.winnow.core.step.impute.knn;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.hash.Hash128;
import java.nio.ByteBuffer;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Donors as bytes, all numbers big-endian:
 *
 * <pre>
 * magic    4 bytes   "WKNN"
 * version  int32     1
 * width    int32     columns of the space
 * rows     int32
 * rows ×  (key       two int64, the upper half first
 *          cells     width float64; NaN where missing)
 * </pre>
 *
 * Rows stand in the order of the seeded hash of their keys, so equal donors give equal files.
 */
public final class DonorFile {
  /** Its name beside pipeline.json. */
  public static final String NAME = "knn-donors.bin";

  private static final int MAGIC = 0x574B4E4E;
  private static final int VERSION = 1;
  private static final int HEADER = 4 * Integer.BYTES;

  private DonorFile() {}

  /** Bytes that a donor takes. */
  public static long rowBytes(int width) {
    return (2L + width) * Double.BYTES;
  }

  /** The most donors that one file holds. */
  public static int mostRows(int width) {
    return (int) ((Integer.MAX_VALUE - HEADER - 8) / rowBytes(width));
  }

  /** The file's content. */
  public static byte[] write(Points donors) {
    int bytes = (int) (HEADER + donors.size() * rowBytes(donors.width()));
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    buffer.putInt(MAGIC).putInt(VERSION).putInt(donors.width()).putInt(donors.size());
    for (int i = 0; i < donors.size(); i++) {
      buffer.putLong(donors.keyHigh(i)).putLong(donors.keyLow(i));
      for (int c = 0; c < donors.width(); c++) {
        // One bit pattern for every NaN.
        buffer.putLong(Double.doubleToLongBits(donors.cell(i, c)));
      }
    }
    return buffer.array();
  }

  /**
   * Reads donors back.
   *
   * @param file what the bytes were read from, for the message
   * @throws WinnowException when they are not the donors that were fitted
   */
  public static Points read(String file, byte[] bytes, FittedKnn knn) {
    String sum = DigestUtils.sha256Hex(bytes);
    if (!sum.equals(knn.donors().sha256())) {
      throw refused(
          file, "its SHA-256 is %s, pipeline.json has %s".formatted(sum, knn.donors().sha256()));
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int width = knn.columns().size();
    if (bytes.length < HEADER || buffer.getInt() != MAGIC) {
      throw refused(file, "is not a file of donors");
    }
    int version = buffer.getInt();
    if (version != VERSION) {
      throw refused(
          file,
          "version %d is unknown; this version of Winnow reads %d".formatted(version, VERSION));
    }
    int found = buffer.getInt();
    int rows = buffer.getInt();
    if (found != width
        || rows != knn.donors().rows()
        || bytes.length != HEADER + rows * rowBytes(width)) {
      throw refused(
          file,
          "holds %d donors of %d columns in %d bytes, pipeline.json has %d of %d"
              .formatted(rows, found, bytes.length, knn.donors().rows(), width));
    }
    Points donors = new Points(knn.space());
    double[] row = new double[width];
    for (int i = 0; i < rows; i++) {
      Hash128 key = new Hash128(buffer.getLong(), buffer.getLong());
      for (int c = 0; c < width; c++) {
        row[c] = buffer.getDouble();
      }
      donors.add(row, key);
    }
    return donors;
  }

  private static WinnowException refused(String file, String why) {
    return WinnowException.usage(file + ": " + why + "; restore the file or prepare again");
  }
}
