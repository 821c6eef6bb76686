package io.winnow.cli.job;

import io.winnow.cli.console.Console;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedFeature;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.network.bundle.ModelBundle;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.prepare.store.Run;
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
    ModelBundle bundle = place.matches(RUN) ? ofRun(place) : ofFolder(place, hadoop);
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

  private ModelBundle ofRun(String id) {
    Run run = attempt.store().find(id);
    return ModelBundle.read(name -> run.read(SavedModel.FOLDER + "/" + name));
  }

  private static ModelBundle ofFolder(String folder, Configuration hadoop) {
    return ModelBundle.read(name -> bytes(new Path(folder, name), hadoop));
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
