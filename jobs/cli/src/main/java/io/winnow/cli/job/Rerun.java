package io.winnow.cli.job;

import io.winnow.cli.BuildVersion;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.InputReport;
import io.winnow.core.manifest.Manifest;
import io.winnow.prepare.source.Inputs;
import io.winnow.prepare.source.SourceTable;
import io.winnow.prepare.source.Sources;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** What a run would repeat: the one that its interval was published with. */
final class Rerun {
  private final LoadedConfig config;
  private final RunStore store;
  private final JobContext context;

  Rerun(LoadedConfig config, RunStore store, JobContext context) {
    this.config = config;
    this.store = store;
    this.context = context;
  }

  /**
   * The published run of an interval, if the same code would make it of the same configuration and
   * the same files.
   *
   * @throws WinnowException when the interval was published from something else; runs of the
   *     interval {@value ConfigLoader#MANUAL} are for none, and follow each other freely
   */
  Optional<Run> unchanged(String interval) {
    Optional<Run> published = published(interval);
    if (published.isEmpty()) {
      return Optional.empty();
    }
    Manifest manifest = Manifest.read(published.get().read(Run.MANIFEST));
    if (!manifest.code().equals(BuildVersion.code())) {
      return changed(published.get(), "another version of Winnow");
    }
    if (!manifest.config().sha256().equals(config.sha256())) {
      return changed(published.get(), "another configuration");
    }
    return sameInputs(manifest.inputs()) ? published : changed(published.get(), "other inputs");
  }

  private static Optional<Run> changed(Run published, String from) {
    if (published.interval().equals(ConfigLoader.MANUAL)) {
      return Optional.empty();
    }
    throw WinnowException.usage(
        "--interval '%s': is published as run '%s' from %s; --force publishes it anew"
            .formatted(published.interval(), published.id(), from));
  }

  private Optional<Run> published(String interval) {
    String pipeline = config.pipeline().pipeline();
    Optional<Pointer> pointer = Pointer.of(store, pipeline);
    return pointer.flatMap(
        current ->
            store.attempts(pipeline, interval).stream().filter(current::hasReached).findFirst());
  }

  private boolean sameInputs(List<InputReport> before) {
    SparkSession spark = context.spark(config.pipeline());
    SourceTable source = Sources.open(spark, config.pipeline().source(), config.table().source());
    return Inputs.hashes(spark, source)
        .filter(
            now ->
                now.equals(
                    before.stream().map(InputReport::sha256).map(Objects::toString).toList()))
        .isPresent();
  }
}
