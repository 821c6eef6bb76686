package io.winnow.prepare.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Small files that are replaced whole or not at all: by a rename over the old one where the file
 * system has an atomic rename, by one put where it is an object store.
 */
final class AtomicFiles {
  private final FileSystem files;

  AtomicFiles(FileSystem files) {
    this.files = files;
  }

  void replace(Path file, byte[] content) throws IOException {
    switch (files.getScheme()) {
      case "file" -> replaceLocal(file, content);
      case "hdfs", "viewfs" -> replaceByRename(file, content);
      default -> write(file, content);
    }
  }

  /**
   * Creates a file that nobody else has created: of several callers exactly one succeeds. Hadoop's
   * own create looks first and creates then on a local disk, where two callers can both succeed; an
   * object store has no exclusive create, so there the callers must be kept apart from outside.
   *
   * @return whether this caller created it
   */
  boolean create(Path file, byte[] content) throws IOException {
    if (files.getScheme().equals("file")) {
      return createLocal(Paths.get(file.toUri().getPath()), content);
    }
    try (FSDataOutputStream out = files.create(file, false)) {
      out.write(content);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static boolean createLocal(java.nio.file.Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    try {
      Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (java.nio.file.FileAlreadyExistsException e) {
      return false;
    }
  }

  byte[] read(Path file) throws IOException {
    try (FSDataInputStream in = files.open(file)) {
      return in.readAllBytes();
    }
  }

  private void replaceLocal(Path file, byte[] content) throws IOException {
    Path fresh = temporary(file);
    write(fresh, content);
    Files.move(
        Paths.get(fresh.toUri().getPath()),
        Paths.get(file.toUri().getPath()),
        StandardCopyOption.ATOMIC_MOVE);
  }

  private void replaceByRename(Path file, byte[] content) throws IOException {
    Path fresh = temporary(file);
    write(fresh, content);
    FileContext.getFileContext(files.getUri(), files.getConf())
        .rename(fresh, file, Options.Rename.OVERWRITE);
  }

  private void write(Path file, byte[] content) throws IOException {
    try (FSDataOutputStream out = files.createFile(file).recursive().overwrite(true).build()) {
      out.write(content);
    }
  }

  private static Path temporary(Path file) {
    return file.suffix("." + ProcessHandle.current().pid() + ".tmp");
  }
}
