package io.winnow.prepare.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The folder of one attempt. Names are relative to it, as {@code "report/metrics.json"}. */
public final class Run {
  /** Name of the file that tells how far the attempt has come. */
  public static final String MANIFEST = "manifest.json";

  /**
   * Left in a run that the pointer has named; by its name it is none of the files that are summed.
   */
  public static final String POINTED = "_PUBLISHED";

  private static final Pattern PASSING = Pattern.compile("(^|/)[._]|\\.tmp$");

  private final String pipeline;
  private final String interval;
  private final int attempt;
  private final FileSystem files;
  private final AtomicFiles atomic;
  private final Path folder;

  Run(String pipeline, String interval, int attempt, FileSystem files, Path folder) {
    this.pipeline = pipeline;
    this.interval = interval;
    this.attempt = attempt;
    this.files = files;
    this.atomic = AtomicFiles.on(files);
    this.folder = folder;
  }

  /** Its folder, for those who move what belongs to no run. */
  Path folder() {
    return folder;
  }

  /** Identifies the run below its root. */
  public String id() {
    return pipeline + "/" + interval + "/" + attempt;
  }

  /** Name of the pipeline. */
  public String pipeline() {
    return pipeline;
  }

  /** The interval it is for. */
  public String interval() {
    return interval;
  }

  /** Counts from 1. */
  public int attempt() {
    return attempt;
  }

  /** The folder itself. */
  public String path() {
    return shown(folder);
  }

  /** A file or folder in it; a plain path for local files, else a URI. */
  public String path(String name) {
    return shown(new Path(folder, name));
  }

  /** Replaces a small file, atomically. */
  public void write(String name, byte[] content) {
    try {
      atomic.replace(new Path(folder, name), content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path(name), e);
    }
  }

  /**
   * Creates an empty file; of several callers at most one succeeds.
   *
   * @return whether this caller created it
   */
  public boolean create(String name) {
    try {
      return atomic.create(new Path(folder, name), new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + path(name), e);
    }
  }

  /** Content of a small file. */
  public byte[] read(String name) {
    try {
      return atomic.read(new Path(folder, name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path(name), e);
    }
  }

  /** Content of a small file, if it is there. */
  public Optional<byte[]> content(String name) {
    return exists(name) ? Optional.of(read(name)) : Optional.empty();
  }

  /** Names of the files in a folder, such as {@code "report/metrics.json"}; none without it. */
  public List<String> list(String name) {
    Path listed = new Path(folder, name);
    try {
      return files.exists(listed)
          ? Arrays.stream(files.listStatus(listed))
              .map(status -> name + "/" + status.getPath().getName())
              .sorted()
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + path(name), e);
    }
  }

  /**
   * Paths of all files, such as {@code "model/bundle.json"}, sorted; those whose name or folder
   * begins with a dot or an underscore are no part of the run, nor are half-written ones.
   */
  public List<String> files() {
    List<String> found = new ArrayList<>();
    try {
      RemoteIterator<LocatedFileStatus> below = files.listFiles(folder, true);
      while (below.hasNext()) {
        found.add(folder.toUri().relativize(below.next().getPath().toUri()).getPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + path(), e);
    }
    return found.stream().filter(path -> !PASSING.matcher(path).find()).sorted().toList();
  }

  /** A file's content, to be read in parts. */
  public InputStream open(String name) throws IOException {
    return files.open(new Path(folder, name));
  }

  /** Deletes a file, or a folder with all in it, if it is there. */
  public void delete(String name) {
    try {
      files.delete(new Path(folder, name), true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path(name), e);
    }
  }

  /** When anything was last written to it; when it was made, if it is empty. */
  Instant lastWritten() {
    try {
      return atomic.lastWritten(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + path(), e);
    }
  }

  /** Whether there is such a file or folder. */
  public boolean exists(String name) {
    try {
      return files.exists(new Path(folder, name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for " + path(name), e);
    }
  }

  private String shown(Path path) {
    return files.getScheme().equals("file") ? path.toUri().getPath() : path.toString();
  }
}
