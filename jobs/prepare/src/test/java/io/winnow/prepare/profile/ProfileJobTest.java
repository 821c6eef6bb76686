package io.winnow.prepare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.Json;
import io.winnow.core.config.SourceConfig;
import io.winnow.core.config.SourceFormat;
import io.winnow.core.profile.DistinctCount;
import io.winnow.core.profile.Profile;
import io.winnow.core.profile.ProfileConfig;
import io.winnow.core.profile.check.CheckResult;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.prepare.LocalSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileJobTest {
  private static final String SCHEMA =
      """
      table: messy
      columns:
        - {name: age, type: integer}
        - {name: mark, type: number, missing: ["?"]}
        - {name: job, type: category, role: sensitive}
        - {name: income, type: number, role: sensitive}
        - {name: zip, type: category}
        - {name: bought, type: category, role: label}
      """;

  @TempDir private Path folder;

  @Test
  void doesNotDependOnPartitionsFilesOrTheOrderOfRows() throws IOException {
    byte[] profile = Profiles.unknown(Profiles.MESSY, null, "bought").profile().toJson();
    for (int partitions : new int[] {1, 3, 7}) {
      assertThat(Profiles.unknown(Profiles.MESSY, partitions, "bought").profile().toJson())
          .as("%d partitions", partitions)
          .isEqualTo(profile);
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(Profiles.MESSY));
    String header = lines.remove(0);
    Collections.shuffle(lines, new Random(5));
    Path parts = Files.createDirectory(folder.resolve("parts"));
    write(parts.resolve("a.csv"), header, lines.subList(0, 100));
    write(parts.resolve("b.csv"), header, lines.subList(100, lines.size()));
    assertThat(Profiles.unknown(parts, null, "bought").profile().toJson()).isEqualTo(profile);
  }

  @Test
  void matchesItsJsonSchemaAndIsReadBack() throws IOException {
    Profile profile =
        Profiles.declared(
            folder,
            Profiles.MESSY.toAbsolutePath(),
            SCHEMA,
            null,
            "checks=[{type: rowCount, min: 1}, {type: change, metric: mean, column: age, tolerance: 0}]");
    byte[] json = profile.toJson();

    assertThat(schema().validate(Json.MAPPER.readTree(json))).isEmpty();
    assertThat(Profile.read(json)).contains(profile);
  }

  @Test
  void suggestsASchemaThatIsAccepted() throws IOException {
    ProfileResult result = Profiles.unknown(Profiles.MESSY, null, "bought");
    Path file = Files.writeString(folder.resolve("schema.yaml"), result.schemaFile());
    TableSchema table = ConfigLoader.loadTable(file);

    assertThat(types(table))
        .containsExactly(
            "id integer feature",
            "age integer feature",
            "income number feature",
            "score number feature",
            "huge number feature",
            "constant integer ignore",
            "job category feature",
            "note text ignore",
            "zip category feature",
            "mark number feature",
            "bought category label");
    assertThat(table.column("mark").orElseThrow().missing()).containsExactly("?");
    assertThat(result.schemaFile()).contains("# '?' in 6", "# holds a single value");
    // The schema leads to the same profile, so no row is rejected and no cell read otherwise.
    Profile again =
        Profiles.declared(folder, Profiles.MESSY.toAbsolutePath(), result.schemaFile(), null);
    assertThat(again.rows()).isEqualTo(result.profile().rows());
    assertThat(again.correlation()).isEqualTo(result.profile().correlation());
    assertThat(again.label()).isEqualTo(result.profile().label());
  }

  @Test
  void showsNothingOfSensitiveColumnsButMissingCells() throws IOException {
    Profile profile = Profiles.declared(folder, Profiles.MESSY.toAbsolutePath(), SCHEMA, null);
    var job = profile.column("job").orElseThrow();
    var income = profile.column("income").orElseThrow();

    assertThat(job.missing()).isPositive();
    assertThat(income.missing()).isEqualTo(70);
    assertThat(List.of(job, income))
        .allSatisfy(
            column -> {
              assertThat(column.distinct()).isNull();
              assertThat(column.numbers()).isNull();
              assertThat(column.texts()).isNull();
              assertThat(column.topValues()).isNull();
              assertThat(column.inferredType()).isNull();
            });
    assertThat(new String(profile.toJson(), StandardCharsets.UTF_8))
        .doesNotContain("clerk", "nurse", "399853.76");
    assertThat(profile.correlation().columns()).doesNotContain("income");
    // Duplicates are told by every declared column nevertheless, as the preparation tells them.
    assertThat(profile.rows().exactDuplicates()).isLessThan(200);
  }

  @Test
  void countsBeyondTheCapAreEstimatedAndUniquenessIsExact() throws IOException {
    int rows = 25_000;
    Path table =
        write(
            folder.resolve("wide.csv"),
            "customer_id,amount,bought",
            IntStream.range(0, rows)
                .mapToObj(i -> "K%06d,%d,%s".formatted(i, i % 17, i % 3 == 0 ? "yes" : "no"))
                .toList());
    List<ProfileResult> results =
        IntStream.of(1, 3, 7).mapToObj(n -> Profiles.unknown(table, n, "bought")).toList();

    DistinctCount distinct =
        results.get(0).profile().column("customer_id").orElseThrow().distinct();
    assertThat(distinct.method()).isEqualTo(DistinctCount.Method.HYPER_LOG_LOG);
    assertThat(distinct.count()).isCloseTo(rows, withPercentage(2.5));
    assertThat(results)
        .extracting(result -> new String(result.profile().toJson(), StandardCharsets.UTF_8))
        .containsOnly(new String(results.get(0).profile().toJson(), StandardCharsets.UTF_8));
    assertThat(results.get(0).profile().column("customer_id").orElseThrow().role())
        .isEqualTo(Role.KEY);

    Profile declared =
        Profiles.declared(
            folder,
            table,
            results.get(0).schemaFile(),
            null,
            "checks=[{type: uniqueness, column: customer_id, min: 1}]");
    assertThat(declared.checks()).extracting(CheckResult::value).containsExactly(1.0);
    assertThat(declared.checks()).allMatch(CheckResult::passed);
  }

  @Test
  void readsParquetTypesAsTheyAre() {
    String path = folder.resolve("parquet").toString();
    LocalSpark.session()
        .sql("select id, id / 4 as quarter, id % 3 = 0 as third, null as nothing from range(40)")
        .selectExpr("id", "quarter", "third", "cast(nothing as string) as nothing")
        .write()
        .parquet(path);
    var source =
        SourceConfig.files(
            SourceFormat.PARQUET,
            path,
            null,
            new SourceConfig.CsvOptions(",", "\"", "\"", "UTF-8", false));
    Profile profile =
        ProfileJob.unknown(LocalSpark.session(), new ProfileConfig(50, 10), source, "numbers", null)
            .profile();

    assertThat(profile.columns())
        .extracting(column -> column.inferredType())
        .containsExactly(ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.CATEGORY, null);
    assertThat(profile.column("id").orElseThrow().role()).isEqualTo(Role.KEY);
  }

  private static List<String> types(TableSchema table) {
    return table.columns().stream()
        .map(
            column ->
                "%s %s %s"
                    .formatted(
                        column.name(),
                        Json.MAPPER.valueToTree(column.type()).asText(),
                        Json.MAPPER.valueToTree(column.role()).asText()))
        .toList();
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(Path.of("../../schemas/profile.schema.json")));
  }

  private static Path write(Path file, String header, List<String> lines) throws IOException {
    return Files.writeString(
        file, lines.stream().collect(Collectors.joining("\n", header + "\n", "\n")));
  }
}
