package io.winnow.cli.job;

import io.winnow.cli.console.Choices;
import io.winnow.cli.console.CommandResult;
import io.winnow.cli.console.Failure;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Manifest;
import io.winnow.core.manifest.RunStatus;
import io.winnow.prepare.store.Checksums;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import io.winnow.prepare.write.S3aCommitter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one job on one attempt, whose manifest always tells how far it has come. */
public final class JobRunner {
  private final JobContext context;
  private @Nullable Attempt attempt;
  private @Nullable Run unchanged;
  private boolean isForced;

  /** A runner that has not begun. */
  public JobRunner(JobContext context) {
    this.context = context;
  }

  /** Runs even what is published already. */
  public void force() {
    isForced = true;
  }

  /**
   * Runs a job to its end, unless it would repeat what is published.
   *
   * @param runId of the attempt to go on with; null takes the newest unfinished one
   * @return the attempt's manifest
   */
  public Manifest run(Job job, LoadedConfig config, String interval, @Nullable String runId) {
    String root = config.pipeline().root();
    S3aCommitter.check(root, context.sparkSource()::setting);
    RunStore store = RunStore.open(root, context.sparkSource().hadoop());
    if (job == Job.RUN && !isForced) {
      Optional<Run> published = new Rerun(config, store, context).unchanged(interval);
      if (published.isPresent()) {
        return unchanged(published.get());
      }
    }
    Attempt current =
        job.beginsAttempt()
            ? begun(job, config, store, interval)
            : Attempt.resume(config, store, earlier(store, config, interval, runId));
    attempt = current;
    context.console().begin(current.run().id());
    context.console().progress("run " + current.run().id() + " in " + current.run().path());
    if (current.manifest().status() == RunStatus.PUBLISHED) {
      republish(job, current);
    } else {
      complete(job, current);
    }
    return current.manifest();
  }

  private static Attempt begun(Job job, LoadedConfig config, RunStore store, String interval) {
    Optional<Attempt> profiled =
        job == Job.PREPARE ? Attempt.profiled(config, store, interval) : Optional.empty();
    return profiled.orElseGet(() -> Attempt.begin(config, store, interval));
  }

  private Manifest unchanged(Run published) {
    unchanged = published;
    context
        .console()
        .progress(
            "unchanged: %s is published from the same configuration and inputs; --force runs it again"
                .formatted(published.id()));
    return Manifest.read(published.read(Run.MANIFEST));
  }

  /** How the job ended. */
  public CommandResult result() {
    Run published = unchanged;
    if (published != null) {
      return result("unchanged", ExitCode.DONE, published);
    }
    Manifest manifest = attempt == null ? null : attempt.manifest();
    return manifest == null
        ? new CommandResult("done", ExitCode.DONE.code(), null, null)
        : result(Choices.name(manifest.status()), ExitCode.DONE, run());
  }

  /** How the job ended, if a failure ended it. */
  public CommandResult result(Failure failure) {
    return attempt == null
        ? CommandResult.failed(failure)
        : result(Choices.name(ended(attempt)), failure.exitCode(), run());
  }

  /** A manifest may be final, and the pointer not moved. */
  private static RunStatus ended(Attempt attempt) {
    return attempt.isFinal() ? RunStatus.FAILED : attempt.manifest().status();
  }

  private Run run() {
    return Objects.requireNonNull(attempt).run();
  }

  private static CommandResult result(String status, ExitCode exitCode, Run run) {
    return new CommandResult(status, exitCode.code(), run.id(), run.path(Run.MANIFEST));
  }

  private void complete(Job job, Attempt current) {
    current.start();
    try {
      job.stages().forEach(stage -> stage.run(current, context));
      Optional<String> first =
          job.publishes() ? current.store().claim(current.run()) : Optional.empty();
      if (first.isPresent()) {
        new Superseded(current, context).by(first.get());
        return;
      }
      current.end(job.reaches());
      job.closingStages().forEach(stage -> stage.run(current, context));
    } catch (RuntimeException | Error thrown) {
      recordFailure(current, thrown);
      throw thrown;
    }
  }

  /**
   * The manifest is frozen, but the pointer may have been moved since, or never; and a driver that
   * was killed may have left the run without its report or checksums.
   */
  private void republish(Job job, Attempt current) {
    if (job != Job.PUBLISH) {
      throw WinnowException.usage(
          "run '%s' is published and does not change any more; begin a new one with prepare"
              .formatted(current.run().id()));
    }
    List<Stage> left =
        current.run().exists(Checksums.FILE)
            ? List.of(new PointerStage(), new RetentionStage())
            : job.closingStages();
    left.forEach(stage -> stage.run(current, context));
  }

  private void recordFailure(Attempt current, Throwable thrown) {
    if (current.isFinal()) {
      return;
    }
    try {
      current.fail(Failure.of(thrown));
      if (current.manifest().metrics() != null) {
        new ReportStage().run(current, context);
      }
    } catch (RuntimeException second) {
      thrown.addSuppressed(second);
      context.console().progress("manifest or report not complete: " + second.getMessage());
    }
  }

  private static Run earlier(
      RunStore store, LoadedConfig config, String interval, @Nullable String runId) {
    String pipeline = config.pipeline().pipeline();
    if (runId == null) {
      return store.attempts(pipeline, interval).stream()
          .filter(run -> Attempt.status(run).filter(JobRunner::isUnfinished).isPresent())
          .findFirst()
          .orElseThrow(
              () ->
                  WinnowException.usage(
                      "pipeline '%s' has no unfinished run for interval '%s' below %s; use prepare first, or --run"
                          .formatted(pipeline, interval, config.pipeline().root())));
    }
    Run run = store.find(runId);
    if (!run.pipeline().equals(pipeline)) {
      throw WinnowException.usage(
          "--run '%s' belongs to another pipeline than '%s' of the configuration"
              .formatted(runId, pipeline));
    }
    return run;
  }

  /** A run that only profiles is complete. */
  private static boolean isUnfinished(RunStatus status) {
    return status != RunStatus.PUBLISHED
        && status != RunStatus.PROFILED
        && status != RunStatus.SUPERSEDED;
  }
}
