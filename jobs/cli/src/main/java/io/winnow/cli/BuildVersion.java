package io.winnow.cli;

import io.winnow.core.manifest.CodeVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What the build knew of itself. */
public final class BuildVersion implements IVersionProvider {
  private static final Properties BUILD = load();

  /** Version and commit of Winnow. */
  public static CodeVersion code() {
    return new CodeVersion(property("version"), commit());
  }

  /** Version of Deeplearning4j. */
  public static String dl4j() {
    return property("dl4j");
  }

  /** Version of ND4J. */
  public static String nd4j() {
    return property("nd4j");
  }

  @Override
  public String[] getVersion() {
    String commit = commit();
    return new String[] {"winnow " + property("version") + (commit == null ? "" : " " + commit)};
  }

  private static @Nullable String commit() {
    String commit = property("commit");
    return commit.isEmpty() ? null : commit;
  }

  private static String property(String key) {
    return BUILD.getProperty(key, "").strip();
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = BuildVersion.class.getResourceAsStream("build.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
