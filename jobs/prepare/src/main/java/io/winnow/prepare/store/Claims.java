package io.winnow.prepare.store;

import io.winnow.core.config.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Which attempts of an interval have come to be published: {@code claims/<n>.json} names the one
 * that did while {@code n} attempts had begun, and by that keeps the others among them back. A
 * claim needs no release: the next attempt has a higher number.
 */
final class Claims {
  private static final String RUN = "run";
  private static final String SUFFIX = ".json";

  private final FileSystem files;
  private final AtomicFiles atomic;
  private final Path folder;

  private Claims(FileSystem files, Path folder) {
    this.files = files;
    this.atomic = AtomicFiles.on(files);
    this.folder = folder;
  }

  /** Those of an interval, by its folder. */
  static Claims in(FileSystem files, Path interval) {
    return new Claims(files, new Path(interval, "claims"));
  }

  /** Deletes all of them, once no attempt is left. */
  void clear() throws IOException {
    files.delete(folder, true);
  }

  /** How many attempts had begun at each claim. */
  Set<Integer> numbers() throws IOException {
    return files().keySet();
  }

  /**
   * Takes the claim for an attempt.
   *
   * @param begun the highest attempt so far
   * @return id of the attempt that holds it instead
   */
  Optional<String> take(Run run, int begun) throws IOException {
    Map<Integer, String> before = taken();
    Optional<String> first = against(run, before);
    if (first.isPresent() || before.containsValue(run.id())) {
      return first;
    }
    Path claim = new Path(folder, begun + SUFFIX);
    byte[] content = Json.pretty(Map.of(RUN, run.id()));
    boolean isTaken = atomic.create(claim, content);
    // Somebody else may have counted fewer or more attempts, and claimed under another number.
    Optional<String> other = against(run, taken());
    if (isTaken && other.isPresent()) {
      files.delete(claim, false);
    }
    return isTaken ? other : Optional.of(other.orElse("another attempt"));
  }

  private static Optional<String> against(Run run, Map<Integer, String> taken) {
    return taken.entrySet().stream()
        .filter(claim -> claim.getKey() >= run.attempt() && !claim.getValue().equals(run.id()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Map<Integer, String> taken() throws IOException {
    Map<Integer, String> taken = new HashMap<>();
    for (Map.Entry<Integer, Path> file : files().entrySet()) {
      taken.put(file.getKey(), run(file.getValue()));
    }
    return taken;
  }

  private Map<Integer, Path> files() throws IOException {
    Map<Integer, Path> found = new HashMap<>();
    if (files.exists(folder)) {
      for (FileStatus file : files.listStatus(folder)) {
        String name = file.getPath().getName();
        if (name.matches("[0-9]{1,9}\\.json")) {
          int begun = Integer.parseInt(name.substring(0, name.length() - SUFFIX.length()));
          found.put(begun, file.getPath());
        }
      }
    }
    return found;
  }

  /** A claim that its writer did not finish holds all the same. */
  private String run(Path claim) throws IOException {
    byte[] content = atomic.read(claim);
    return content.length == 0
        ? "an attempt that ended"
        : Json.MAPPER.readTree(content).path(RUN).asText();
  }
}
