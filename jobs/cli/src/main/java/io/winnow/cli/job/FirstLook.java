package io.winnow.cli.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.cli.report.ProfilePage;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.Json;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.profile.Profile;
import io.winnow.prepare.profile.ProfileJob;
import io.winnow.prepare.profile.ProfileResult;
import io.winnow.prepare.store.RunStore;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a table that has no schema and no pipeline yet. It belongs to no run and stands in
 * {@code <root>/profile/<table>/}, where the next look replaces it.
 *
 * @param page path of the page
 * @param file path of the profile
 * @param schema path of the suggested table schema
 */
public record FirstLook(Profile profile, String page, String file, String schema) {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.-]{0,99}";

  /**
   * Profiles a table and writes what it finds.
   *
   * @param config of which source and profile matter
   * @param label column to predict, or null
   */
  public static FirstLook at(
      SparkSessionSource spark,
      PipelineConfig config,
      String root,
      String table,
      @Nullable String label) {
    if (!table.matches(NAME)) {
      throw WinnowException.usage(
          "--table '%s': not a name; use letters, digits, '_', '.' and '-'".formatted(table));
    }
    RunStore store = RunStore.open(root, spark.hadoop());
    ProfileResult result =
        ProfileJob.unknown(
            spark.session("profile"), config.profile(), config.source(), table, label);
    String folder = "profile/" + table + "/";
    byte[] page = ProfilePage.of(result.profile(), config.source().location());
    return new FirstLook(
        result.profile(),
        store.write(folder + "index.html", page),
        store.write(folder + "profile.json", result.profile().toJson()),
        store.write(folder + "schema.yaml", result.schemaFile().getBytes(StandardCharsets.UTF_8)));
  }

  /** What it saw and where it wrote, for people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%,d rows, %d columns, %,d rejected, %,d exact duplicates%npage: %s%nprofile: %s%nschema: %s",
        profile.rows().read(),
        profile.columns().size(),
        profile.rows().rejected(),
        profile.rows().exactDuplicates(),
        page,
        file,
        schema);
  }

  /** The same as one document. */
  public String json() {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("status", "done").put("exitCode", ExitCode.DONE.code());
    document.put("rows", profile.rows().read()).put("columns", profile.columns().size());
    document.put("page", page).put("profile", file).put("schema", schema);
    return document.toString();
  }
}
