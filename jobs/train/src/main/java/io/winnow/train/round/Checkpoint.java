package io.winnow.train.round;

import io.winnow.core.config.Json;
import io.winnow.core.manifest.TrainingReport.EpochReport;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.train.BestEpoch;
import io.winnow.train.EpochHistory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * All that training goes on from.
 *
 * <p>In a file: the number {@value #MAGIC}, a header in JSON with its length before it, the state
 * and the best network's parameters with theirs, and the CRC32C of everything before.
 *
 * @param fingerprint of rows and configuration, which must be the same to go on
 * @param state parameters and updater state
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Checkpoint(String fingerprint, Position position, byte[] state, EpochHistory history) {
  private static final int VERSION = 1;
  private static final long MAGIC = 0x57494e4e4f575250L;

  /** A part of the file that a person may want to read. */
  private record Header(
      int version,
      String fingerprint,
      Position position,
      List<EpochReport> epochs,
      int bestEpoch,
      @Nullable Double bestValue,
      int sinceBest,
      @Nullable String bestArchitecture) {}

  /** The content of the file. */
  byte[] toBytes() {
    BestEpoch.Kept best = history.best();
    NetworkSnapshot network = best.network();
    Header header =
        new Header(
            VERSION,
            fingerprint,
            position,
            history.epochs(),
            best.epoch(),
            Double.isNaN(best.value()) ? null : best.value(),
            best.sinceBest(),
            network == null ? null : network.architecture());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(MAGIC);
      write(out, Json.pretty(header));
      write(out, state);
      write(out, network == null ? new byte[0] : bytes(network.parameters()));
      out.writeLong(crc(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The checkpoint in a file; empty where the file is damaged or of another version. */
  static Optional<Checkpoint> fromBytes(byte[] file) {
    int end = file.length - Long.BYTES;
    if (end < Long.BYTES || ByteBuffer.wrap(file).getLong(end) != crc(file, end)) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file, 0, end))) {
      if (in.readLong() != MAGIC) {
        return Optional.empty();
      }
      Header header = Json.MAPPER.readValue(read(in), Header.class);
      if (header.version() != VERSION) {
        return Optional.empty();
      }
      byte[] state = read(in);
      byte[] parameters = read(in);
      String architecture = header.bestArchitecture();
      BestEpoch.Kept best =
          new BestEpoch.Kept(
              header.bestEpoch(),
              header.bestValue() == null ? Double.NaN : header.bestValue(),
              header.sinceBest(),
              architecture == null ? null : new NetworkSnapshot(architecture, floats(parameters)));
      return Optional.of(
          new Checkpoint(
              header.fingerprint(),
              header.position(),
              state,
              new EpochHistory(header.epochs(), best)));
    } catch (IOException e) {
      throw new UncheckedIOException("a checkpoint that is not damaged cannot be read", e);
    }
  }

  private static void write(DataOutputStream out, byte[] part) throws IOException {
    out.writeInt(part.length);
    out.write(part);
  }

  private static byte[] read(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  private static long crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return bytes.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }
}
