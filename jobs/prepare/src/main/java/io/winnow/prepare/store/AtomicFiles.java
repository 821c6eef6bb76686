package io.winnow.prepare.store;

import java.io.IOException;
import java.time.Instant;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Small files on one file system, replaced whole or not at all, and files of which several callers
 * may create one. How that is done depends on what the store promises.
 */
abstract sealed class AtomicFiles permits LocalFiles, HdfsFiles, ObjectFiles {
  private final FileSystem files;

  AtomicFiles(FileSystem files) {
    this.files = files;
  }

  /** As the file system needs it. */
  static AtomicFiles on(FileSystem files) {
    return switch (files.getScheme()) {
      case "file" -> new LocalFiles(files);
      case "hdfs", "viewfs" -> new HdfsFiles(files);
      default -> new ObjectFiles(files);
    };
  }

  /** Replaces a file, or makes one. */
  final void replace(Path file, byte[] content) throws IOException {
    replace(file, file.suffix("." + ProcessHandle.current().pid() + ".tmp"), content);
  }

  /**
   * The same.
   *
   * @param draft where the content may stand before it is whole; a process that dies can leave it
   */
  abstract void replace(Path file, Path draft, byte[] content) throws IOException;

  /**
   * Creates a file that nobody else has created: of several callers at most one succeeds.
   *
   * @return whether this caller created it
   */
  abstract boolean create(Path file, byte[] content) throws IOException;

  /** When anything below a folder was last written; when it was made, if there is nothing. */
  final Instant lastWritten(Path folder) throws IOException {
    long newest = 0;
    RemoteIterator<LocatedFileStatus> below = files.listFiles(folder, true);
    while (below.hasNext()) {
      newest = Math.max(newest, below.next().getModificationTime());
    }
    return newest == 0 ? made(folder) : Instant.ofEpochMilli(newest);
  }

  /** When a folder was made in which there is no file. */
  Instant made(Path folder) throws IOException {
    return Instant.ofEpochMilli(files.getFileStatus(folder).getModificationTime());
  }

  final byte[] read(Path file) throws IOException {
    try (FSDataInputStream in = files.open(file)) {
      return in.readAllBytes();
    }
  }

  final FileSystem files() {
    return files;
  }

  /** Writes over whatever is there. */
  final void write(Path file, byte[] content) throws IOException {
    try (FSDataOutputStream out = files.create(file, true)) {
      out.write(content);
    }
  }
}
