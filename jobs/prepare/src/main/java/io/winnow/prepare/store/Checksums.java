package io.winnow.prepare.store;

import io.winnow.core.config.Json;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The files of a run with the SHA-256 of each, as {@code checksums.json} holds them: written before
 * the pointer moves, so that anybody can tell later whether the run is still what was published.
 *
 * @param schemaVersion of the file
 * @param run id of the run
 * @param files in the order of their paths
 */
public record Checksums(int schemaVersion, String run, List<FileSum> files) {
  /** Name in the run's folder. */
  public static final String FILE = "checksums.json";

  private static final int SCHEMA_VERSION = 1;

  /**
   * One file.
   *
   * @param path relative to the run
   * @param sha256 64 hex digits
   */
  public record FileSum(String path, long bytes, String sha256) {}

  /** Reads every file of a run, several at once. */
  public static Checksums of(Run run) {
    List<FileSum> sums =
        run.files().parallelStream()
            .filter(path -> !path.equals(FILE))
            .map(path -> sum(run, path))
            .toList();
    return new Checksums(SCHEMA_VERSION, run.id(), sums);
  }

  /**
   * What the run's own {@code checksums.json} says.
   *
   * @throws WinnowException when it cannot be understood
   */
  public static Checksums read(Run run) {
    try {
      Checksums read = Json.MAPPER.readValue(run.read(FILE), Checksums.class);
      if (read.schemaVersion() != SCHEMA_VERSION) {
        throw refused(
            run, "schemaVersion is %d, not %d".formatted(read.schemaVersion(), SCHEMA_VERSION));
      }
      if (read.files() == null) {
        throw refused(run, "it has no files");
      }
      return read;
    } catch (IOException e) {
      throw refused(run, String.valueOf(e.getMessage()));
    }
  }

  /** Writes {@code checksums.json} into the run. */
  public void write(Run into) {
    into.write(FILE, Json.pretty(this));
  }

  /** Bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(FileSum::bytes).sum();
  }

  /** The files by their paths. */
  public Map<String, FileSum> byPath() {
    return files.stream().collect(Collectors.toMap(FileSum::path, Function.identity()));
  }

  /** What is wrong with files that should be these, in the order of their paths. */
  public List<FileProblem> compare(Checksums actual) {
    Map<String, FileSum> found = new TreeMap<>(actual.byPath());
    List<FileProblem> problems = new ArrayList<>();
    for (FileSum file : files) {
      FileSum there = found.remove(file.path());
      if (there == null) {
        problems.add(FileProblem.missing(file.path()));
      } else if (!there.equals(file)) {
        problems.add(FileProblem.differs(file, there));
      }
    }
    found.values().forEach(file -> problems.add(FileProblem.unexpected(file.path())));
    Collections.sort(problems);
    return problems;
  }

  private static FileSum sum(Run run, String path) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (InputStream file = run.open(path);
        DigestInputStream content = new DigestInputStream(file, digest)) {
      long bytes = content.transferTo(OutputStream.nullOutputStream());
      return new FileSum(path, bytes, Hex.encodeHexString(digest.digest()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + run.path(path), e);
    }
  }

  private static WinnowException refused(Run run, String why) {
    return new WinnowException(
        ExitCode.DATA, "%s: cannot be understood: %s".formatted(run.path(FILE), why));
  }
}
