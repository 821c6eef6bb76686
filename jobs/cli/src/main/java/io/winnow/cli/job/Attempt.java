package io.winnow.cli.job;

import io.winnow.cli.BuildVersion;
import io.winnow.cli.console.Failure;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.ConfigReport;
import io.winnow.core.manifest.ErrorReport;
import io.winnow.core.manifest.Manifest;
import io.winnow.core.manifest.ManifestDraft;
import io.winnow.core.manifest.RunReport;
import io.winnow.core.manifest.RunStatus;
import io.winnow.core.manifest.Seeds;
import io.winnow.core.redact.KnownSecrets;
import io.winnow.core.redact.Redactor;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** An attempt at a run: its folder, and the manifest that grows in it. */
public final class Attempt {
  /** Left in an attempt by the one command that goes on from its profile; no part of the run. */
  private static final String TAKEN = "_taken";

  private final LoadedConfig config;
  private final RunStore store;
  private final Run run;
  private final ManifestDraft draft;
  private boolean isFinal;

  private Attempt(LoadedConfig config, RunStore store, Run run, ManifestDraft draft) {
    this.config = config;
    this.store = store;
    this.run = run;
    this.draft = draft;
    this.isFinal = draft.manifest().status() == RunStatus.PUBLISHED;
  }

  /** Begins the next attempt for an interval. */
  static Attempt begin(LoadedConfig config, RunStore store, String interval) {
    PipelineConfig pipeline = config.pipeline();
    Run run =
        store.newAttempt(
            pipeline.pipeline(), interval, taken -> draft(config, taken).manifest().toJson());
    return new Attempt(config, store, run, draft(config, run));
  }

  /**
   * The newest attempt for an interval, if all it did was to profile the table with the same code
   * and configuration: the profile then belongs to the run that is prepared. Of several callers one
   * gets it. Attempts of {@value ConfigLoader#MANUAL} are for no interval, and each for itself.
   */
  static Optional<Attempt> profiled(LoadedConfig config, RunStore store, String interval) {
    return interval.equals(ConfigLoader.MANUAL)
        ? Optional.empty()
        : store.attempts(config.pipeline().pipeline(), interval).stream()
            .limit(1)
            .filter(run -> status(run).filter(RunStatus.PROFILED::equals).isPresent())
            .filter(run -> isOf(config, Manifest.read(run.read(Run.MANIFEST))))
            .filter(run -> run.create(TAKEN))
            .map(run -> resume(config, store, run))
            .findFirst();
  }

  private static boolean isOf(LoadedConfig config, Manifest manifest) {
    return manifest.config().sha256().equals(config.sha256())
        && manifest.code().equals(BuildVersion.code());
  }

  /**
   * Goes on with an attempt.
   *
   * @throws WinnowException when it was begun with another configuration
   */
  static Attempt resume(LoadedConfig config, RunStore store, Run run) {
    Manifest manifest = Manifest.read(run.read(Run.MANIFEST));
    if (!manifest.config().sha256().equals(config.sha256())) {
      throw WinnowException.usage(
          "run '%s' was begun with another configuration; use that one, or begin a new run with prepare"
              .formatted(run.id()));
    }
    return new Attempt(config, store, run, ManifestDraft.from(manifest));
  }

  private static ManifestDraft draft(LoadedConfig config, Run run) {
    PipelineConfig pipeline = config.pipeline();
    return new ManifestDraft(
        new RunReport(run.id(), run.pipeline(), run.interval(), run.attempt(), now(), null),
        BuildVersion.code(),
        RunVersions.declared(),
        new ConfigReport(config.sha256(), Redactor.redact(config.tree())),
        new Seeds(pipeline.split().seed(), pipeline.training().seed()));
  }

  /** The configuration. */
  public PipelineConfig config() {
    return config.pipeline();
  }

  /** The configuration with its file and table schema. */
  public LoadedConfig loaded() {
    return config;
  }

  /** Where all runs are. */
  public RunStore store() {
    return store;
  }

  /** The folder. */
  public Run run() {
    return run;
  }

  /** What stages add to. */
  public ManifestDraft draft() {
    return draft;
  }

  /** What is known so far. */
  public Manifest manifest() {
    return draft.manifest();
  }

  /** Says on disk that a command is at work. */
  void start() {
    draft.begin();
    save();
  }

  /** Says on disk how far the attempt has come. */
  void reach(RunStatus status) {
    draft.reach(status);
    save();
  }

  /** The command is done; nothing is on disk yet. */
  void end(RunStatus status) {
    draft.end(status, ExitCode.DONE.code(), now());
  }

  /** Says on disk what ended the command. */
  void fail(Failure failure) {
    draft.error(new ErrorReport(failure.exitCode().name(), failure.message()));
    draft.end(
        failure.exitCode() == ExitCode.GATE ? RunStatus.REFUSED : RunStatus.FAILED,
        failure.exitCode().code(),
        now());
    save();
  }

  /** Writes the manifest. One that says published is final. */
  void save() {
    run.write(Run.MANIFEST, draft.manifest().toJson());
    isFinal = manifest().status() == RunStatus.PUBLISHED;
  }

  /** Replaces a page, on which no secret of this process is shown. */
  void writePage(String name, byte[] text) {
    String shown = KnownSecrets.hide(new String(text, StandardCharsets.UTF_8));
    run.write(name, shown.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the manifest does not change any more, since readers may be about to follow it. */
  boolean isFinal() {
    return isFinal;
  }

  /** How far a run has come; nothing, if it has no manifest that is whole. */
  static Optional<RunStatus> status(Run run) {
    return run.content(Run.MANIFEST).flatMap(Manifest::readable).map(Manifest::status);
  }

  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
