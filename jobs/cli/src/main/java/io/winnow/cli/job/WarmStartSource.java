package io.winnow.cli.job;

import io.winnow.cli.console.Console;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedFeature;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.network.bundle.ModelBundle;
import io.winnow.network.infer.NetworkSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** The network whose parameters {@code training.warmStart} begins with. */
final class WarmStartSource {
  private static final String PUBLISHED = "published";
  private static final String RUN = "[^/]+/[^/]+/[0-9]{1,9}";

  private final Attempt attempt;
  private final String from;

  private WarmStartSource(Attempt attempt, String from) {
    this.attempt = attempt;
    this.from = from;
  }

  /**
   * The network, or null where parameters are drawn by the seed.
   *
   * @param pipeline whose features and classes it must have
   * @throws WinnowException where there is no such model, or it is of other features or classes
   */
  static @Nullable NetworkSnapshot of(
      Attempt attempt, FittedPipeline pipeline, Console console, Configuration hadoop) {
    String from = attempt.config().training().warmStart();
    return from == null ? null : new WarmStartSource(attempt, from).read(pipeline, console, hadoop);
  }

  private @Nullable NetworkSnapshot read(
      FittedPipeline pipeline, Console console, Configuration hadoop) {
    String place = from;
    if (from.equals(PUBLISHED)) {
      Optional<Pointer> pointer = Pointer.of(attempt.store(), attempt.run().pipeline());
      if (pointer.isEmpty()) {
        console.progress("nothing is published yet: parameters are drawn by the seed");
        return null;
      }
      place = pointer.get().run();
    }
    ModelBundle bundle = bundle(folder(place), hadoop);
    requireSame(
        "feature",
        FittedPipeline.read("pipeline.json", bundle.pipeline()).features().stream()
            .map(FittedFeature::name)
            .toList(),
        pipeline.features().stream().map(FittedFeature::name).toList());
    requireSame("class", bundle.label().classes(), pipeline.label().classes());
    console.progress("parameters begin with those of " + place);
    return bundle.network();
  }

  private Path folder(String place) {
    return place.matches(RUN)
        ? new Path(attempt.config().root(), "runs/%s/%s".formatted(place, SavedModel.FOLDER))
        : new Path(place);
  }

  private ModelBundle bundle(Path folder, Configuration hadoop) {
    try {
      Path manifest = new Path(folder, ModelBundle.MANIFEST);
      if (manifest.getFileSystem(hadoop).exists(manifest)) {
        return ModelBundle.read(name -> bytes(new Path(folder, name), hadoop));
      }
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.USAGE,
          "training.warmStart: '%s' cannot be read: %s; check the location, and the credentials it needs"
              .formatted(from, e.getMessage()),
          e);
    }
    throw WinnowException.usage(
        "training.warmStart: '%s' holds no model; name a run below the root that is trained, or the folder of a bundle"
            .formatted(from));
  }

  private static byte[] bytes(Path file, Configuration hadoop) throws IOException {
    try (InputStream in = file.getFileSystem(hadoop).open(file)) {
      return in.readAllBytes();
    }
  }

  private void requireSame(String what, List<String> theirs, List<String> ours) {
    if (theirs.equals(ours)) {
      return;
    }
    int differs = 0;
    while (differs < Math.min(theirs.size(), ours.size())
        && theirs.get(differs).equals(ours.get(differs))) {
      differs++;
    }
    throw WinnowException.usage(
        "training.warmStart: '%s' has %s '%s' at position %d where this run has '%s'; name a model of the same features and classes, or remove the key"
            .formatted(from, what, at(theirs, differs), differs, at(ours, differs)));
  }

  private static String at(List<String> names, int position) {
    return position < names.size() ? names.get(position) : "none";
  }
}
