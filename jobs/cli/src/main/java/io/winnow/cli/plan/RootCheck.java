package io.winnow.cli.plan;

import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;
import org.jspecify.annotations.Nullable;

/** Whether a root could be written, found out without writing. */
final class RootCheck {
  private RootCheck() {}

  static void check(String root, Configuration hadoop) {
    try {
      Path path = new Path(root);
      FileSystem files = path.getFileSystem(hadoop);
      FileStatus nearest = nearest(files, files.makeQualified(path));
      if (nearest != null && !nearest.isDirectory()) {
        throw refused(root, nearest.getPath() + " is a file");
      }
      if (nearest != null) {
        files.access(nearest.getPath(), FsAction.WRITE);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw refused(root, String.valueOf(e.getMessage()));
    }
  }

  /** The root, or of the folders above it the nearest that is there. */
  private static @Nullable FileStatus nearest(FileSystem files, Path root) throws IOException {
    for (Path path = root; path != null; path = path.getParent()) {
      if (files.exists(path)) {
        return files.getFileStatus(path);
      }
    }
    return null;
  }

  private static WinnowException refused(String root, String why) {
    return WinnowException.usage(
        "root: '%s' cannot be written: %s; choose a folder that can".formatted(root, why));
  }
}
