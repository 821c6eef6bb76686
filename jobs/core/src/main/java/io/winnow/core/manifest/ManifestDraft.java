package io.winnow.core.manifest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A manifest that grows: each stage of a run adds what it knows, and {@link #manifest()} is what is
 * known so far. Not safe for use by several threads.
 */
public final class ManifestDraft {
  private final CodeVersion code;
  private final ConfigReport config;
  private final Seeds seeds;
  private final List<StageReport> stages = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private RunReport run;
  private SoftwareVersions versions;
  private RunStatus status = RunStatus.RUNNING;
  private List<InputReport> inputs = List.of();
  private List<GateReport> gates = List.of();
  private @Nullable Integer exitCode;
  private @Nullable ProfileReport profile;
  private @Nullable RowCounts rows;
  private @Nullable DedupReport dedup;
  private @Nullable SplitReport split;
  private @Nullable FeatureReport features;
  private @Nullable PreparedReport prepared;
  private @Nullable MemoryReport memory;
  private @Nullable TrainingReport training;
  private @Nullable ModelReport model;
  private @Nullable MetricsReport metrics;
  private @Nullable ErrorReport error;

  /** A draft of a run that has just begun. */
  public ManifestDraft(
      RunReport run,
      CodeVersion code,
      SoftwareVersions versions,
      ConfigReport config,
      Seeds seeds) {
    this.run = run;
    this.code = code;
    this.versions = versions;
    this.config = config;
    this.seeds = seeds;
  }

  /** A draft that goes on from a manifest on disk. */
  public static ManifestDraft from(Manifest manifest) {
    ManifestDraft draft =
        new ManifestDraft(
            manifest.run(),
            manifest.code(),
            manifest.versions(),
            manifest.config(),
            manifest.seeds());
    draft.status = manifest.status();
    draft.exitCode = manifest.exitCode();
    draft.inputs = manifest.inputs();
    draft.profile = manifest.profile();
    draft.rows = manifest.rows();
    draft.dedup = manifest.dedup();
    draft.stages.addAll(manifest.stages());
    draft.split = manifest.split();
    draft.features = manifest.features();
    draft.prepared = manifest.prepared();
    draft.memory = manifest.memory();
    draft.training = manifest.training();
    draft.model = manifest.model();
    draft.metrics = manifest.metrics();
    draft.gates = manifest.gates();
    draft.warnings.addAll(manifest.warnings());
    draft.error = manifest.error();
    return draft;
  }

  /** What is known so far. */
  public Manifest manifest() {
    return new Manifest(
        Manifest.SCHEMA_VERSION,
        status,
        exitCode,
        run,
        code,
        versions,
        config,
        seeds,
        inputs,
        profile,
        rows,
        dedup,
        List.copyOf(stages),
        split,
        features,
        prepared,
        memory,
        training,
        model,
        metrics,
        gates,
        List.copyOf(warnings),
        error);
  }

  /** A command begins: no exit status, end or error yet. */
  public void begin() {
    status = RunStatus.RUNNING;
    exitCode = null;
    error = null;
    run = run.endedAt(null);
  }

  /**
   * A command ends.
   *
   * @param instant ISO-8601, UTC
   */
  public void end(RunStatus reached, int exitStatus, String instant) {
    status = reached;
    exitCode = exitStatus;
    run = run.endedAt(instant);
  }

  /** A stage is done, and the run has come so far. */
  public void reach(RunStatus reached) {
    status = reached;
  }

  /** What ended the run. */
  public void error(ErrorReport report) {
    error = report;
  }

  /** What the run really runs on. */
  public void versions(SoftwareVersions loaded) {
    versions = loaded;
  }

  /** What was read. */
  public void inputs(List<InputReport> reports) {
    inputs = List.copyOf(reports);
  }

  /** What the table is like. */
  public void profile(ProfileReport report) {
    profile = report;
  }

  /** Where the rows went. */
  public void rows(RowCounts counts) {
    rows = counts;
  }

  /** What was found among duplicates. */
  public void dedup(DedupReport report) {
    dedup = report;
  }

  /** Stages that are done, after those before. */
  public void addStages(List<StageReport> reports) {
    stages.addAll(reports);
  }

  /** How rows were split. */
  public void split(SplitReport report) {
    split = report;
  }

  /** What was done to the cells. */
  public void features(FeatureReport report) {
    features = report;
  }

  /** What was written. */
  public void prepared(PreparedReport report) {
    prepared = report;
  }

  /** What a worker needs. */
  public void memory(MemoryReport report) {
    memory = report;
  }

  /** How training went. */
  public void training(TrainingReport report) {
    training = report;
  }

  /** What was saved. */
  public void model(ModelReport report) {
    model = report;
  }

  /** How good it is. */
  public void metrics(MetricsReport report) {
    metrics = report;
  }

  /** Whether it may be published. */
  public void gates(List<GateReport> reports) {
    gates = List.copyOf(reports);
  }

  /** What to look at, after the warnings before. */
  public void addWarnings(List<Warning> more) {
    warnings.addAll(more);
  }
}
