package io.winnow.prepare.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * An object store. One put replaces an object; a rename would copy and delete. Hadoop's file
 * systems offer no put on condition, so whoever wants to create a file first puts a mark of its own
 * beside it and then lists: listings show every earlier put, so of two callers at least one sees
 * the other's mark. Whoever sees a lower mark withdraws; whoever holds the lowest waits until the
 * higher ones are gone, since their owners may have listed before it came, and looks again. So of
 * callers that come at the same moment one succeeds, unless one of them dies with its mark there.
 */
final class ObjectFiles extends AtomicFiles {
  private static final String MARK = ".claim-";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(100);

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
      boolean isFirst = isFirst(file, mark.getName());
      if (isFirst) {
        write(file, content);
      }
      return isFirst;
    } finally {
      files().delete(mark, false);
    }
  }

  /** Nobody makes a folder there: it is the mark that deleting its last file has left. */
  @Override
  Instant made(Path folder) {
    return Instant.EPOCH;
  }

  private boolean isFirst(Path file, String mark) throws IOException {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < PATIENCE.toNanos()) {
      List<String> others = others(file, mark);
      if (others.isEmpty()) {
        return true;
      }
      // The file's own name is lower than that of any mark.
      if (others.stream().anyMatch(other -> other.compareTo(mark) < 0)) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return false;
  }

  /** What is there of the file and of the marks beside it. */
  private List<String> others(Path file, String mark) throws IOException {
    return Arrays.stream(files().listStatus(file.getParent()))
        .map(status -> status.getPath().getName())
        .filter(name -> name.equals(file.getName()) || name.startsWith(file.getName() + MARK))
        .filter(name -> !name.equals(mark))
        .toList();
  }
}
