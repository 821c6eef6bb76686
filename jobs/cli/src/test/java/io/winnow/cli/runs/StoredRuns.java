package io.winnow.cli.runs;

import io.winnow.cli.job.Pointer;
import io.winnow.core.config.Json;
import io.winnow.core.manifest.CodeVersion;
import io.winnow.core.manifest.ConfigReport;
import io.winnow.core.manifest.ErrorReport;
import io.winnow.core.manifest.ManifestDraft;
import io.winnow.core.manifest.MetricsReport;
import io.winnow.core.manifest.ModelReport;
import io.winnow.core.manifest.PreparedReport;
import io.winnow.core.manifest.PreparedReport.PreparedSplit;
import io.winnow.core.manifest.RowCounts;
import io.winnow.core.manifest.RunReport;
import io.winnow.core.manifest.RunStatus;
import io.winnow.core.manifest.Seeds;
import io.winnow.core.manifest.SoftwareVersions;
import io.winnow.core.manifest.TestMetrics;
import io.winnow.prepare.store.Checksums;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;

/** Small runs as jobs leave them, without the work. */
final class StoredRuns {
  private static final byte[] PARQUET = "rows".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PARAMETERS = {1, 2, 3};

  private final RunStore store;

  StoredRuns(String root) {
    store = RunStore.open(root, new Configuration());
  }

  RunStore store() {
    return store;
  }

  /** A run that readers follow from now on. */
  Run published(String pipeline, String interval, String ended, double accuracy) {
    Run run = store.newAttempt(pipeline, interval, taken -> draft(taken).manifest().toJson());
    run.write("prepared/train/part-0.parquet", PARQUET);
    run.write("model/parameters.bin", PARAMETERS);
    byte[] bundle =
        Json.pretty(Map.of("files", Map.of("parameters.bin", DigestUtils.sha256Hex(PARAMETERS))));
    run.write("model/bundle.json", bundle);
    run.write("report/index.html", "report".getBytes(StandardCharsets.UTF_8));

    ManifestDraft draft = draft(run);
    draft.rows(new RowCounts(1234, 34, 0, 0, 0, 0, 0, 0, 1200));
    draft.prepared(
        new PreparedReport(
            "0", Map.of("train", new PreparedSplit("prepared/train", 1200, 1, 4, "0"))));
    draft.model(new ModelReport("model", DigestUtils.sha256Hex(bundle), null));
    draft.metrics(new MetricsReport(accuracy(accuracy), null));
    draft.end(RunStatus.PUBLISHED, 0, ended);
    run.write("manifest.json", draft.manifest().toJson());
    Checksums.of(run).write(run);
    Pointer before = Pointer.of(store, pipeline).orElse(null);
    Pointer.to(draft.manifest().run(), before).save(store, run);
    return run;
  }

  /** A run that a gate refused. */
  Run refused(String pipeline, String interval, String ended) {
    Run run = store.newAttempt(pipeline, interval, taken -> draft(taken).manifest().toJson());
    ManifestDraft draft = draft(run);
    draft.error(new ErrorReport("GATE", "gates.accuracy: 0.5 is below min 0.8"));
    draft.end(RunStatus.REFUSED, 6, ended);
    run.write("manifest.json", draft.manifest().toJson());
    return run;
  }

  private static ManifestDraft draft(Run run) {
    return new ManifestDraft(
        new RunReport(
            run.id(),
            run.pipeline(),
            run.interval(),
            run.attempt(),
            "2026-11-20T03:00:00.000Z",
            null),
        new CodeVersion("0", null),
        new SoftwareVersions("17", "3.5.7", "3.3.4", "1", "1", "cpu"),
        new ConfigReport("0", Json.MAPPER.createObjectNode()),
        new Seeds(1, 1));
  }

  private static TestMetrics accuracy(double accuracy) {
    return new TestMetrics(
        100, accuracy, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }
}
