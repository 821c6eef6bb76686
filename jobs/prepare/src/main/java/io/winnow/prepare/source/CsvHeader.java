package io.winnow.prepare.source;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.winnow.core.config.SourceConfig.CsvOptions;
import io.winnow.core.failure.WinnowException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/** Reads the header line of a CSV file, which Spark itself would go by position. */
final class CsvHeader {
  private CsvHeader() {}

  /** The names as they stand in the file, blanks included. */
  static List<String> read(InputFile file, CsvOptions options, Configuration configuration) {
    String line = TextFile.firstLines(file, options.encoding(), 1, configuration).get(0);
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(options.delimiter().charAt(0));
    settings.getFormat().setQuote(options.quote().charAt(0));
    settings.getFormat().setQuoteEscape(options.escape().charAt(0));
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setMaxColumns(Math.max(512, line.length() + 1));
    settings.setMaxCharsPerColumn(-1);
    settings.setNullValue("");
    String[] names = new CsvParser(settings).parseLine(line);
    if (names == null) {
      throw WinnowException.data("%s: has no header line".formatted(file.uri()));
    }
    checkDistinct(file, names);
    return new ArrayList<>(Arrays.asList(names));
  }

  private static void checkDistinct(InputFile file, String[] names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name.strip())) {
        throw WinnowException.usage(
            "%s: column '%s' stands twice in the header; rename one"
                .formatted(file.uri(), name.strip()));
      }
    }
  }
}
