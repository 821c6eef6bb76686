package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds for the places that a pipeline reads from and writes to. */
final class LocationRules {
  /** Of files that Hadoop reaches. */
  private static final Set<String> SCHEMES =
      Set.of(
          "file", "hdfs", "viewfs", "s3a", "abfs", "abfss", "wasb", "wasbs", "gs", "o3fs", "ofs");

  private LocationRules() {}

  static void check(String file, PipelineConfig config) {
    check(file, "root", config.root());
    config
        .source()
        .named()
        .forEach((name, table) -> check(file, config.source().key(name) + ".path", table.path()));
  }

  private static void check(String file, String key, @Nullable String location) {
    int end = location == null ? -1 : location.indexOf("://");
    if (location == null || end < 0) {
      return;
    }
    String scheme = location.substring(0, end).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      throw WinnowException.usage(
          "%s: %s: '%s': unknown scheme%s"
              .formatted(
                  file,
                  key,
                  location,
                  scheme.matches("s3n?") ? "; use s3a://" : " '" + scheme + "'"));
    }
    if (authority(location.substring(end + 3)).contains("@")) {
      throw WinnowException.usage(
          "%s: %s: '%s': holds a user or a secret; leave it out, credentials come from the environment or the role of the machine"
              .formatted(file, key, location));
    }
  }

  /** A secret may hold slashes, and then the last of them ends it. */
  private static String authority(String rest) {
    int slash = rest.indexOf('/');
    int user = rest.indexOf('@');
    int colon = rest.indexOf(':');
    boolean isUser =
        user > 0 && colon > 0 && colon < user && !rest.substring(colon + 1).matches("\\d+/.*");
    return slash < 0 || isUser ? rest : rest.substring(0, slash);
  }
}
