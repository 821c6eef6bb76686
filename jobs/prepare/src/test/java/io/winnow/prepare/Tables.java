package io.winnow.prepare;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.sample.SampleTable;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tables to prepare, and the preparing of them. */
public final class Tables {
  private static final Path EXAMPLES = Path.of("../../conf/examples");

  private Tables() {}

  /** The messy demo table. */
  public static Path demo(Path folder, int rows) {
    Path file = folder.resolve("customers.csv");
    try (Writer csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      SampleTable.DEMO.write(csv, rows, 7);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Prepares with an example configuration into a new run below a folder. */
  static Prepared prepare(Path folder, String example, Path source, String... settings) {
    return prepare(folder, EXAMPLES.resolve(example), source.toString(), settings);
  }

  /** Prepares with any configuration. */
  public static Prepared prepare(Path folder, Path config, String source, String... settings) {
    List<String> all = new ArrayList<>(List.of("source.path='" + source + "'"));
    all.addAll(Arrays.asList(settings));
    return prepare(folder, config, all);
  }

  /** Prepares with a configuration that names its table. */
  static Prepared prepare(Path folder, Path config, List<String> settings) {
    LoadedConfig loaded = ConfigLoader.load(config, settings);
    Run run =
        RunStore.open(folder.resolve("root").toString(), new org.apache.hadoop.conf.Configuration())
            .newAttempt(loaded.pipeline().pipeline(), "manual", attempt -> new byte[0]);
    return new Prepared(run, PrepareJob.run(LocalSpark.session(), loaded, run, line -> {}));
  }

  /** A run and what it gave. */
  public record Prepared(Run run, PrepareResult result) {
    String contentHash() {
      return result.prepared().contentHash();
    }
  }
}
