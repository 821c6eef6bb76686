package io.winnow.prepare.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A local disk, whose rename replaces a file atomically. */
final class LocalFiles extends AtomicFiles {
  LocalFiles(FileSystem files) {
    super(files);
    // A file and its .crc file could not be replaced at once.
    files.setWriteChecksum(false);
  }

  @Override
  void replace(Path file, Path draft, byte[] content) throws IOException {
    write(draft, content);
    files().mkdirs(file.getParent());
    if (!files().rename(draft, file)) {
      throw new IOException("cannot rename " + draft + " to " + file);
    }
  }

  /** Hadoop's own create looks first and creates then, so that two callers can both succeed. */
  @Override
  boolean create(Path file, byte[] content) throws IOException {
    java.nio.file.Path local = Paths.get(file.toUri().getPath());
    Files.createDirectories(local.getParent());
    try {
      Files.write(local, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }
}
