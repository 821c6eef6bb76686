package io.winnow.train.feed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A shard in a file on a disk of its executor, for one that memory does not hold. A row is its
 * features, its label and its weight, all rows are of one length, and any of them is read by
 * itself; what is read often, the operating system keeps in memory.
 */
final class StoredShard extends Shard {
  private static final long serialVersionUID = 1L;

  private final File file;
  private final long checksum;
  private final @Nullable String problem;
  private transient volatile @Nullable FileChannel channel;

  private StoredShard(
      int slot, int features, int rows, File file, long checksum, @Nullable String problem) {
    super(slot, features, rows);
    this.file = file;
    this.checksum = checksum;
    this.problem = problem;
  }

  /** Bytes of a row. */
  static int rowBytes(int features) {
    return Math.addExact(Math.multiplyExact(features, Float.BYTES), Double.BYTES + Float.BYTES);
  }

  /** Writes rows into a file, which is replaced. */
  static StoredShard write(int slot, int features, Iterator<PreparedRow> prepared, File file) {
    ShardChecksum checksum = new ShardChecksum();
    String problem = null;
    int rows = 0;
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.multiplyExact(FeatureBlock.ROWS, rowBytes(features)));
    try (FileChannel out =
        FileChannel.open(
            file.toPath(),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      Iterator<FeatureBlock> blocks = FeatureBlock.pack(prepared, features);
      while (blocks.hasNext()) {
        FeatureBlock block = blocks.next();
        checksum.add(block);
        problem = FeatureBlock.first(problem, block.problem());
        rows = Math.addExact(rows, block.rows());
        buffer.clear();
        for (int row = 0; row < block.rows(); row++) {
          for (int i = 0; i < features; i++) {
            buffer.putFloat(block.features()[row * features + i]);
          }
          buffer.putDouble(block.labels()[row]);
          buffer.putFloat(block.weights()[row]);
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a shard cannot be written to " + file, e);
    }
    return new StoredShard(slot, features, rows, file, checksum.value(), problem);
  }

  @Override
  public double label(int row) {
    return read(row, features() * Float.BYTES, Double.BYTES).getDouble();
  }

  @Override
  public float weight(int row) {
    int first = features() * Float.BYTES + Double.BYTES;
    return read(row, first, Float.BYTES).getFloat();
  }

  @Override
  double copy(int row, float[] target, int offset) {
    ByteBuffer bytes = read(row, 0, rowBytes(features()));
    bytes.asFloatBuffer().get(target, offset, features());
    return bytes.getDouble(features() * Float.BYTES);
  }

  @Override
  long checksum() {
    return checksum;
  }

  @Override
  @Nullable String problem() {
    return problem;
  }

  /** Where the rows are. */
  File file() {
    return file;
  }

  /** Deletes the file. */
  void delete() {
    try {
      FileChannel opened = channel;
      if (opened != null) {
        opened.close();
      }
      Files.deleteIfExists(file.toPath());
    } catch (IOException e) {
      throw new UncheckedIOException("a shard cannot be deleted from " + file, e);
    }
  }

  private ByteBuffer read(int row, int first, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    long position = (long) row * rowBytes(features()) + first;
    try {
      while (bytes.hasRemaining()) {
        if (open().read(bytes, position + bytes.position()) < 0) {
          throw new IOException("it ends before row " + row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a shard cannot be read from " + file, e);
    }
    return bytes.flip();
  }

  private FileChannel open() throws IOException {
    FileChannel opened = channel;
    if (opened == null || !opened.isOpen()) {
      synchronized (this) {
        opened = channel;
        // An interrupted read closes the channel.
        if (opened == null || !opened.isOpen()) {
          opened = FileChannel.open(file.toPath(), StandardOpenOption.READ);
          channel = opened;
        }
      }
    }
    return opened;
  }
}
