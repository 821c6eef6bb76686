package io.winnow.cli.job;

import io.winnow.core.manifest.InputReport;
import io.winnow.core.manifest.ManifestDraft;
import io.winnow.core.manifest.RunStatus;
import io.winnow.core.redact.Redactor;
import io.winnow.core.row.SensitiveCells;
import io.winnow.prepare.PrepareJob;
import io.winnow.prepare.PrepareResult;

/** From the raw table to prepared splits and the fitted pipeline. */
final class PrepareStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    // A missing key shows before a cluster is asked for.
    SensitiveCells.of(attempt.loaded().pipeline().sensitive(), System::getenv);
    PrepareResult result =
        PrepareJob.run(
            context.spark(attempt), attempt.loaded(), attempt.run(), context.console()::progress);
    ManifestDraft draft = attempt.draft();
    draft.inputs(result.inputs().stream().map(PrepareStage::shown).toList());
    draft.rows(result.rows());
    draft.dedup(result.dedup());
    draft.addStages(result.stages());
    draft.split(result.split());
    draft.features(result.features());
    draft.prepared(result.prepared());
    draft.addWarnings(result.warnings());
    attempt.reach(RunStatus.PREPARED);
  }

  /** An address may hold the key that it was read with. */
  private static InputReport shown(InputReport input) {
    return new InputReport(
        Redactor.redact(input.uri()), input.bytes(), input.sha256(), input.rows());
  }
}
