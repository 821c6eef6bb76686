package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.redact.Redactor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What holds for the places that a pipeline reads from and writes to. */
final class LocationRules {
  /** Of files that Hadoop reaches. */
  private static final List<String> SCHEMES =
      List.of(
          "file", "hdfs", "viewfs", "s3a", "abfs", "abfss", "wasb", "wasbs", "gs", "o3fs", "ofs");

  /** Of stores in which a small file is replaced whole, so that readers may follow a pointer. */
  private static final List<String> ROOTS = List.of("file", "hdfs", "viewfs", "s3a");

  private LocationRules() {}

  static void check(String file, PipelineConfig config) {
    checkRoot(file, config.root());
    check(file, "training.warmStart", config.training().warmStart());
    NearConfig near = config.dedup().near();
    check(file, "dedup.near.gold", near == null ? null : near.gold());
    config
        .source()
        .named()
        .forEach((name, table) -> check(file, config.source().key(name) + ".path", table.path()));
  }

  private static void checkRoot(String file, String root) {
    check(file, "root", root);
    int end = root.indexOf("://");
    if (end >= 0 && !ROOTS.contains(root.substring(0, end).toLowerCase(Locale.ROOT))) {
      throw WinnowException.usage(
          "%s: root: '%s': readers could see half-written files there; use one of %s (sources may be read from there)"
              .formatted(file, root, String.join(", ", ROOTS)));
    }
  }

  private static void check(String file, String key, @Nullable String location) {
    int end = location == null ? -1 : location.indexOf("://");
    if (location == null || end < 0) {
      return;
    }
    String scheme = location.substring(0, end).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      throw WinnowException.usage(
          "%s: %s: '%s': unknown scheme; use %s"
              .formatted(
                  file,
                  key,
                  location,
                  scheme.matches("s3n?") ? "s3a://" : "one of " + String.join(", ", SCHEMES)));
    }
    if (Redactor.holdsUser(location)) {
      throw WinnowException.usage(
          "%s: %s: '%s': holds a user or a secret; leave it out, credentials come from the environment or the role of the machine"
              .formatted(file, key, location));
    }
  }
}
