package io.winnow.prepare.profile;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.SourceConfig;
import io.winnow.core.config.SourceConfig.CsvOptions;
import io.winnow.core.config.SourceFormat;
import io.winnow.core.profile.Profile;
import io.winnow.core.profile.ProfileConfig;
import io.winnow.prepare.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Profiles of tables in files. */
final class Profiles {
  static final Path MESSY = Path.of("src/test/resources/profile/messy.csv");

  private Profiles() {}

  /** Of a table that nothing is known of. */
  static ProfileResult unknown(Path table, @Nullable Integer partitions, @Nullable String label) {
    SourceConfig source =
        SourceConfig.files(
            SourceFormat.CSV,
            table.toString(),
            partitions,
            new CsvOptions(",", "\"", "\"", "UTF-8", false));
    return ProfileJob.unknown(
        LocalSpark.session(), new ProfileConfig(50, 10), source, "messy", label);
  }

  /** Of a table with a schema, in a folder that both files are written to. */
  static Profile declared(
      Path folder, Path table, String schema, @Nullable Profile before, String... settings)
      throws IOException {
    Files.writeString(folder.resolve("table.yaml"), schema);
    Path pipeline =
        Files.writeString(
            folder.resolve("pipeline.yaml"),
            """
            pipeline: messy
            root: root
            source: {path: PATH}
            schema: table.yaml
            label: {column: bought}
            """
                .replace("PATH", table.toString()));
    List<String> all = new ArrayList<>(List.of(settings));
    return ProfileJob.declared(LocalSpark.session(), ConfigLoader.load(pipeline, all), before)
        .profile();
  }
}
