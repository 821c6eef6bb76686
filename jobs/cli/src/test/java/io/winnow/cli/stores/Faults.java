package io.winnow.cli.stores;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;

/**
 * Makes one change of a file system fail: of all writes, renames and deletes below a folder the
 * n-th. The change is either not made at all, or made and then told as failed.
 */
final class Faults {
  /** Whether the failing change is made. */
  enum Kind {
    BEFORE,
    AFTER
  }

  /** A change. */
  @FunctionalInterface
  interface Change<T> {
    T make() throws IOException;
  }

  private static final List<String> CHANGES = new ArrayList<>();
  private static String folder = "";
  private static Failing failing = (number, change) -> false;
  private static Kind kind = Kind.BEFORE;

  private Faults() {}

  /** Picks changes, by their number from 1 and by what they are, as {@code "close /root/file"}. */
  @FunctionalInterface
  interface Failing {
    boolean fails(int number, String change);
  }

  /** From now on some changes below a folder fail. */
  static synchronized void arm(String below, Failing which, Kind how) {
    CHANGES.clear();
    folder = below;
    failing = which;
    kind = how;
  }

  /** No more faults. @return the changes since {@link #arm} */
  static synchronized List<String> disarm() {
    folder = "";
    return List.copyOf(CHANGES);
  }

  static <T> T step(String name, Path path, Change<T> change) throws IOException {
    boolean isFailing = isFailing(name, path);
    if (isFailing && kind == Kind.BEFORE) {
      throw new IOException("a fault before " + name + " of " + path);
    }
    T made = change.make();
    if (isFailing) {
      throw new IOException("a fault after " + name + " of " + path);
    }
    return made;
  }

  /** Begins a file, whose end is a change of its own. */
  static FSDataOutputStream create(Path path, Change<FSDataOutputStream> change)
      throws IOException {
    FSDataOutputStream out = step("create", path, change);
    return new FSDataOutputStream(out, null) {
      @Override
      public void close() throws IOException {
        step(
            "close",
            path,
            () -> {
              super.close();
              return out;
            });
      }
    };
  }

  private static synchronized boolean isFailing(String name, Path path) {
    if (folder.isEmpty() || !path.toString().contains(folder)) {
      return false;
    }
    String change = name + " " + path;
    CHANGES.add(change);
    return failing.fails(CHANGES.size(), change);
  }
}
