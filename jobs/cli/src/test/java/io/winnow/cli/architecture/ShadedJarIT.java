package io.winnow.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar that is submitted: complete beside an installed Spark, and nothing that Spark brings. */
class ShadedJarIT {
  private static JarFile jar;
  private static List<String> names;

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile(System.getProperty("winnow.jar"));
    names = jar.stream().map(ZipEntry::getName).toList();
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void leavesSparkHadoopAndScalaToTheCluster() {
    assertThat(names)
        .filteredOn(name -> name.endsWith(".class"))
        .filteredOn(
            name -> name.matches("(org/apache/(spark|hadoop|logging)|org/slf4j/impl|scala)/.*"))
        .allMatch(
            name ->
                name.startsWith("org/apache/spark/TaskContextHelper")
                    || name.matches("org/apache/spark/sql/(v2/)?avro/.*"),
            "dl4j-spark's own, and what reads Avro, which no Spark brings");
  }

  @Test
  void carriesEveryModuleAndTheSchemas() {
    assertThat(names)
        .contains("io/winnow/cli/Winnow.class", "io/winnow/schemas/pipeline.schema.json")
        .anyMatch(name -> name.startsWith("io/winnow/core/"))
        .anyMatch(name -> name.startsWith("io/winnow/network/"))
        .anyMatch(name -> name.startsWith("io/winnow/prepare/"))
        .anyMatch(name -> name.startsWith("io/winnow/train/"));
  }

  @Test
  void hasNoSignatureThatMergingHasBroken() {
    assertThat(names).noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)"));
  }

  @Test
  void startsTheCommandLine() throws IOException {
    Attributes manifest = jar.getManifest().getMainAttributes();
    assertThat(manifest.getValue("Main-Class")).isEqualTo("io.winnow.cli.Winnow");
    assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
  }

  @Test
  void keepsTheServicesOfWhatItMerges() throws IOException {
    assertThat(text("META-INF/services/org.nd4j.linalg.factory.Nd4jBackend"))
        .contains("org.nd4j.linalg.cpu.nativecpu.CpuBackend");
    assertThat(text("META-INF/services/org.apache.spark.sql.sources.DataSourceRegister"))
        .contains("org.apache.spark.sql.v2.avro.AvroDataSourceV2");
    assertThat(text("META-INF/services/com.fasterxml.jackson.core.JsonFactory"))
        .contains("com.fasterxml.jackson.core.JsonFactory")
        .contains("com.fasterxml.jackson.dataformat.yaml.YAMLFactory");
  }

  @Test
  void saysUnderWhichLicencesItsPartsAre() throws IOException {
    assertThat(text("LICENSE")).contains("Apache License", "Version 2.0, January 2004");
    assertThat(text("NOTICE")).startsWith("Winnow\n");
    assertThat(text("META-INF/NOTICE.txt")).contains("Apache Commons");
    assertThat(text("META-INF/THIRD-PARTY.txt"))
        .contains("org.nd4j:nd4j-native:", "com.fasterxml.jackson.core:jackson-databind:");
  }

  /** Not the time of the build, so that equal sources give equal jars. */
  @Test
  void datesOurClassesAlike() {
    assertThat(
            jar.stream()
                .filter(entry -> entry.getName().startsWith("io/winnow/"))
                .map(ZipEntry::getTimeLocal)
                .distinct())
        .containsExactly(LocalDateTime.of(2026, 1, 1, 0, 0));
  }

  private static String text(String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
