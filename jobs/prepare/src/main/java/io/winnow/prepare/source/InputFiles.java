package io.winnow.prepare.source;

import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Finds the files behind a path. */
final class InputFiles {
  private InputFiles() {}

  /**
   * The files in the order of their names; those that begin with a dot or an underscore are not
   * data.
   *
   * @param key of the configuration, for messages
   * @param path file, folder or glob
   * @throws WinnowException when there are none, or all are empty
   */
  static List<InputFile> list(String key, String path, Configuration configuration) {
    List<InputFile> files = new ArrayList<>();
    try {
      Path pattern = new Path(path);
      FileSystem fileSystem = pattern.getFileSystem(configuration);
      FileStatus[] matches = fileSystem.globStatus(pattern);
      if (matches == null || matches.length == 0) {
        throw WinnowException.usage(
            "%s: '%s': no such file; give a file, a folder or a glob".formatted(key, path));
      }
      for (FileStatus match : matches) {
        add(fileSystem, match, files);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw WinnowException.usage(
          "%s: '%s' cannot be read: %s".formatted(key, path, e.getMessage()));
    }
    if (files.stream().mapToLong(InputFile::bytes).sum() == 0) {
      throw WinnowException.data("%s: '%s': the file is empty".formatted(key, path));
    }
    files.removeIf(file -> file.bytes() == 0);
    files.sort(Comparator.comparing(InputFile::uri));
    return files;
  }

  private static void add(FileSystem fileSystem, FileStatus match, List<InputFile> files)
      throws IOException {
    if (match.isFile()) {
      files.add(new InputFile(match.getPath().toString(), match.getLen()));
      return;
    }
    RemoteIterator<LocatedFileStatus> below = fileSystem.listFiles(match.getPath(), true);
    while (below.hasNext()) {
      FileStatus file = below.next();
      if (isData(match.getPath(), file.getPath())) {
        files.add(new InputFile(file.getPath().toString(), file.getLen()));
      }
    }
  }

  private static boolean isData(Path folder, Path file) {
    String relative = folder.toUri().relativize(file.toUri()).getPath();
    for (String name : relative.split("/", -1)) {
      if (name.startsWith(".") || name.startsWith("_")) {
        return false;
      }
    }
    return true;
  }
}
