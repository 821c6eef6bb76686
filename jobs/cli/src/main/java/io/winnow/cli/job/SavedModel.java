package io.winnow.cli.job;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.ModelReport;
import io.winnow.core.manifest.ModelReport.ReloadReport;
import io.winnow.network.bundle.ModelBundle;
import java.util.Locale;

/** The model that the train stage saved in an attempt. */
final class SavedModel {
  static final String FOLDER = "model";

  private SavedModel() {}

  /**
   * Loads the saved bundle and verifies it: by its checksums, and by predictions that were recorded
   * before it was saved.
   *
   * @throws WinnowException when there is none, or it is not what was saved
   */
  static ModelBundle verified(Attempt attempt) {
    ModelReport saved = attempt.manifest().model();
    if (saved == null) {
      throw WinnowException.usage(
          "run '%s' has no trained model; use train first".formatted(attempt.run().id()));
    }
    ModelBundle bundle = ModelBundle.read(name -> attempt.run().read(saved.path() + "/" + name));
    if (!bundle.sha256().equals(saved.sha256())) {
      throw new WinnowException(
          ExitCode.FAULT,
          "%s: the bundle's SHA-256 is %s, the manifest has %s; train again"
              .formatted(attempt.run().path(saved.path()), bundle.sha256(), saved.sha256()));
    }
    ReloadReport reload = bundle.verify();
    attempt.draft().model(new ModelReport(saved.path(), saved.sha256(), reload));
    if (!reload.verified()) {
      throw new WinnowException(
          ExitCode.FAULT,
          String.format(
              Locale.ROOT,
              "%s: the loaded model's predictions differ by up to %.3g from those before saving; train again",
              attempt.run().path(saved.path()),
              reload.maxAbsDifference()));
    }
    return bundle;
  }
}
