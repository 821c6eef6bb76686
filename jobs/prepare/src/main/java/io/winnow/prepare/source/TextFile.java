package io.winnow.prepare.source;

import io.winnow.core.failure.WinnowException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** The beginning of a text file, which may be compressed. */
final class TextFile {
  private TextFile() {}

  /** The first lines that are not blank, without the mark that an encoder may put before them. */
  static List<String> firstLines(
      InputFile file, String encoding, int most, Configuration configuration) {
    Path path = new Path(file.uri());
    CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
    List<String> lines = new ArrayList<>();
    try (InputStream raw = path.getFileSystem(configuration).open(path);
        InputStream in = codec == null ? raw : codec.createInputStream(raw);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, Charset.forName(encoding)))) {
      String line = reader.readLine();
      while (line != null && lines.size() < most) {
        if (!line.isBlank()) {
          lines.add(lines.isEmpty() && line.startsWith("\uFEFF") ? line.substring(1) : line);
        }
        line = lines.size() < most ? reader.readLine() : null;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw WinnowException.usage("%s: cannot be read: %s".formatted(file.uri(), e.getMessage()));
    }
    if (lines.isEmpty()) {
      throw WinnowException.data("%s: the file is empty".formatted(file.uri()));
    }
    return lines;
  }
}
