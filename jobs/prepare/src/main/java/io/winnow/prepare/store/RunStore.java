package io.winnow.prepare.store;

import io.winnow.core.config.Json;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The root folder of all runs, on any Hadoop file system: {@code
 * runs/<pipeline>/<interval>/<attempt>/} for each attempt, and {@code current/<pipeline>.json}, the
 * pointer that readers follow. The pointer is replaced atomically and last.
 */
public final class RunStore {
  private final FileSystem files;
  private final Path root;
  private final AtomicFiles atomic;

  private RunStore(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
    this.atomic = AtomicFiles.on(files);
  }

  /**
   * Opens a root; nothing is written yet.
   *
   * @param root local folder or URI
   * @throws WinnowException when its file system cannot be reached
   */
  public static RunStore open(String root, Configuration configuration) {
    try {
      Path path = new Path(root);
      FileSystem files = path.getFileSystem(configuration);
      return new RunStore(files, files.makeQualified(path));
    } catch (IOException | IllegalArgumentException e) {
      throw WinnowException.usage(
          "root: '%s' cannot be opened: %s".formatted(root, e.getMessage()));
    }
  }

  /**
   * Takes the next attempt for an interval. Two processes never get the same one, since the attempt
   * belongs to whoever creates its manifest.
   *
   * @throws WinnowException when the root cannot be written
   */
  public Run newAttempt(String pipeline, String interval, Function<Run, byte[]> manifest) {
    try {
      while (true) {
        int attempt = lastAttempt(pipeline, interval).orElse(0) + 1;
        Run run = run(pipeline, interval, attempt);
        if (atomic.create(new Path(run.path(Run.MANIFEST)), manifest.apply(run))) {
          return run;
        }
      }
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.USAGE,
          "root: '%s' cannot be written: %s; choose a folder that can".formatted(root, oneLine(e)),
          e);
    }
  }

  /**
   * The run of that id, {@code pipeline/interval/attempt}.
   *
   * @throws WinnowException when there is none
   */
  public Run find(String runId) {
    return existing(runId)
        .orElseThrow(
            () ->
                WinnowException.usage(
                    "--run '%s': no such run below %s; give pipeline/interval/attempt"
                        .formatted(runId, root)));
  }

  /** The run of that id, if it is there. */
  public Optional<Run> existing(String runId) {
    String[] parts = runId.split("/", -1);
    return parts.length == 3 && parts[2].matches("[0-9]{1,9}")
        ? Optional.of(run(parts[0], parts[1], Integer.parseInt(parts[2])))
            .filter(run -> run.exists(Run.MANIFEST))
        : Optional.empty();
  }

  /** All runs, by pipeline, interval and attempt. */
  public List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    try {
      for (String pipeline : folders("runs")) {
        for (String interval : folders("runs/" + pipeline)) {
          attemptNumbers(pipeline, interval).stream()
              .sorted()
              .map(attempt -> run(pipeline, interval, attempt))
              .filter(run -> run.exists(Run.MANIFEST))
              .forEach(runs::add);
        }
      }
    } catch (IOException e) {
      throw WinnowException.usage("root: '%s' cannot be read: %s".formatted(root, oneLine(e)));
    }
    return runs;
  }

  /** Attempts for an interval, newest first. */
  public List<Run> attempts(String pipeline, String interval) {
    try {
      List<Integer> numbers = attemptNumbers(pipeline, interval);
      numbers.sort(Collections.reverseOrder());
      return numbers.stream().map(number -> run(pipeline, interval, number)).toList();
    } catch (IOException e) {
      throw WinnowException.usage("root: '%s' cannot be read: %s".formatted(root, oneLine(e)));
    }
  }

  /**
   * Replaces a small file that belongs to no run, atomically.
   *
   * @param name relative to the root
   * @return its path, a plain one for local files, else a URI
   * @throws WinnowException when the root cannot be written
   */
  public String write(String name, byte[] content) {
    Path file = new Path(root, name);
    try {
      atomic.replace(file, content);
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.USAGE,
          "root: '%s' cannot be written: %s; choose a folder that can".formatted(root, oneLine(e)),
          e);
    }
    return files.getScheme().equals("file") ? file.toUri().getPath() : file.toString();
  }

  /** Every attempt of a pipeline that has a folder, by interval and then oldest first. */
  List<Run> attempts(String pipeline) throws IOException {
    List<Run> attempts = new ArrayList<>();
    for (String interval : folders("runs/" + pipeline)) {
      attemptNumbers(pipeline, interval).stream()
          .sorted()
          .map(attempt -> run(pipeline, interval, attempt))
          .forEach(attempts::add);
    }
    return attempts;
  }

  /**
   * Claims an interval for one of its attempts, so that of several at work at once only one is
   * published. A claim holds against the attempts that had begun by then, not against later ones.
   *
   * @return id of the attempt that came first, or nothing when this one may be published
   */
  public Optional<String> claim(Run run) {
    try {
      return Claims.in(files, interval(run.pipeline(), run.interval()))
          .take(run, lastAttempt(run.pipeline(), run.interval()).orElse(run.attempt()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot claim the interval of " + run.id(), e);
    }
  }

  /** Deletes a run, its manifest first, so that nobody takes the rest for a run. */
  void delete(Run run) {
    run.delete(Run.MANIFEST);
    try {
      files.delete(run.folder(), true);
      if (attemptNumbers(run.pipeline(), run.interval()).isEmpty()) {
        clear(interval(run.pipeline(), run.interval()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + run.path(), e);
    }
  }

  /**
   * Deletes what a deletion that was cut off has left of intervals without an attempt.
   *
   * @param before only where nothing was written since: an attempt may be about to begin
   */
  void clearIntervals(String pipeline, Instant before) {
    try {
      for (String interval : folders("runs/" + pipeline)) {
        Path folder = interval(pipeline, interval);
        if (attemptNumbers(pipeline, interval).isEmpty()
            && atomic.lastWritten(folder).isBefore(before)) {
          clear(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear the intervals of " + pipeline, e);
    }
  }

  private void clear(Path interval) throws IOException {
    Claims.in(files, interval).clear();
    if (files.exists(interval)) {
      files.delete(interval, false);
    }
  }

  /**
   * Moves the pointer of a pipeline to one of its runs, atomically.
   *
   * @return whether it is what readers find now; no, if another process has moved it since
   */
  public boolean point(Run run, byte[] pointer) throws IOException {
    // What a process that dies leaves belongs to its run, and goes with it.
    atomic.replace(pointer(run.pipeline()), new Path(run.folder(), "pointer.tmp"), pointer);
    return Arrays.equals(pointer, atomic.read(pointer(run.pipeline())));
  }

  /** What the pointer of a pipeline holds, if there is one. */
  public Optional<byte[]> pointed(String pipeline) throws IOException {
    return files.exists(pointer(pipeline))
        ? Optional.of(atomic.read(pointer(pipeline)))
        : Optional.empty();
  }

  /**
   * The published run of a pipeline, if there is one.
   *
   * @throws WinnowException when the run that the pointer names is gone
   */
  public Optional<Run> published(String pipeline) {
    try {
      Optional<byte[]> pointer = pointed(pipeline);
      if (pointer.isEmpty()) {
        return Optional.empty();
      }
      String runId = Json.MAPPER.readTree(pointer.get()).path("run").asText();
      return Optional.of(
          existing(runId)
              .orElseThrow(
                  () ->
                      WinnowException.usage(
                          "current/%s.json: run '%s' is not there; publish another run"
                              .formatted(pipeline, runId))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the pointer of " + pipeline, e);
    }
  }

  private Path pointer(String pipeline) {
    return new Path(root, "current/" + pipeline + ".json");
  }

  private OptionalInt lastAttempt(String pipeline, String interval) throws IOException {
    // A number that was claimed is not given again, even if its attempt has been deleted.
    return Stream.concat(
            attemptNumbers(pipeline, interval).stream(),
            Claims.in(files, interval(pipeline, interval)).numbers().stream())
        .mapToInt(Integer::intValue)
        .max();
  }

  private List<Integer> attemptNumbers(String pipeline, String interval) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    Path folder = interval(pipeline, interval);
    if (files.exists(folder)) {
      for (FileStatus entry : files.listStatus(folder)) {
        if (entry.isDirectory() && entry.getPath().getName().matches("[0-9]{1,9}")) {
          numbers.add(Integer.parseInt(entry.getPath().getName()));
        }
      }
    }
    return numbers;
  }

  private List<String> folders(String name) throws IOException {
    Path folder = new Path(root, name);
    return files.exists(folder)
        ? Arrays.stream(files.listStatus(folder))
            .filter(FileStatus::isDirectory)
            .map(status -> status.getPath().getName())
            .sorted()
            .toList()
        : List.of();
  }

  private Path interval(String pipeline, String interval) {
    return new Path(root, "runs/" + pipeline + "/" + interval);
  }

  private Run run(String pipeline, String interval, int attempt) {
    Path folder = new Path(root, "runs/%s/%s/%d".formatted(pipeline, interval, attempt));
    return new Run(pipeline, interval, attempt, files, folder);
  }

  private static String oneLine(IOException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }
}
