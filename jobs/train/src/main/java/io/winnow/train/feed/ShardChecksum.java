package io.winnow.train.feed;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** CRC32C of the features, labels and weights of a shard, wherever it is kept. */
final class ShardChecksum {
  private final CRC32C checksum = new CRC32C();

  /** Adds the next rows. */
  void add(FeatureBlock block) {
    int features = block.features().length * Float.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(features + block.rows() * (Double.BYTES + Float.BYTES));
    bytes.asFloatBuffer().put(block.features());
    bytes.position(features).slice().asDoubleBuffer().put(block.labels());
    bytes.position(features + block.rows() * Double.BYTES);
    bytes.slice().asFloatBuffer().put(block.weights());
    checksum.update(bytes.rewind());
  }

  long value() {
    return checksum.getValue();
  }
}
