package io.winnow.prepare.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * An object store. One put replaces an object; a rename would copy and delete. Hadoop's file
 * systems offer no put on condition, so whoever wants to create a file first puts a mark of its own
 * beside it and then lists: listings show every earlier put, so of two callers the later one sees
 * the other's mark, and withdraws. Two that come at the same moment may both withdraw.
 */
final class ObjectFiles extends AtomicFiles {
  private static final String MARK = ".claim-";

  ObjectFiles(FileSystem files) {
    super(files);
  }

  @Override
  void replace(Path file, Path draft, byte[] content) throws IOException {
    write(file, content);
  }

  @Override
  boolean create(Path file, byte[] content) throws IOException {
    Path mark = file.suffix(MARK + UUID.randomUUID());
    write(mark, new byte[0]);
    try {
      boolean isAlone =
          Arrays.stream(files().listStatus(file.getParent()))
              .map(FileStatus::getPath)
              .filter(path -> !path.getName().equals(mark.getName()))
              .noneMatch(path -> isOf(file, path));
      if (isAlone) {
        write(file, content);
      }
      return isAlone;
    } finally {
      files().delete(mark, false);
    }
  }

  private static boolean isOf(Path file, Path path) {
    return path.getName().equals(file.getName())
        || path.getName().startsWith(file.getName() + MARK);
  }
}
