package io.winnow.cli.job;

import io.winnow.core.manifest.RunStatus;
import java.util.List;

/** What a command does to an attempt. */
public enum Job {
  /** Raw table to its profile, in a new attempt. */
  PROFILE,
  /** Raw table to prepared splits, in a new attempt or the one that has profiled the table. */
  PREPARE,
  /** Prepared splits to a saved model. */
  TRAIN,
  /** Saved model to test metrics. */
  EVALUATE,
  /** Test metrics to the published model. */
  PUBLISH,
  /** All of it, in a new attempt. */
  RUN;

  /** Whether it begins an attempt rather than going on with one. */
  boolean beginsAttempt() {
    return switch (this) {
      case PROFILE, PREPARE, RUN -> true;
      case TRAIN, EVALUATE, PUBLISH -> false;
    };
  }

  /** How far the attempt is when it is done. */
  RunStatus reaches() {
    return switch (this) {
      case PROFILE -> RunStatus.PROFILED;
      case PREPARE -> RunStatus.PREPARED;
      case TRAIN -> RunStatus.TRAINED;
      case EVALUATE -> RunStatus.EVALUATED;
      case PUBLISH, RUN -> RunStatus.PUBLISHED;
    };
  }

  /** Whether readers follow the attempt when it is done. */
  boolean publishes() {
    return reaches() == RunStatus.PUBLISHED;
  }

  /** What happens before the manifest says that the job is done. */
  List<Stage> stages() {
    return switch (this) {
      case PROFILE -> List.of(new ProfileStage());
      case PREPARE -> List.of(new PrepareStage());
      case TRAIN -> List.of(new SizeStage(), new TrainStage());
      case EVALUATE -> List.of(new EvaluateStage());
      case PUBLISH -> List.of(new GateStage());
      case RUN ->
          List.of(
              new CheckStage(),
              new PrepareStage(),
              new SizeStage(),
              new TrainStage(),
              new EvaluateStage(),
              new GateStage());
    };
  }

  /** What happens then: all files, the manifest as the last of them, and the pointer. */
  List<Stage> closingStages() {
    Stage manifest = (attempt, context) -> attempt.save();
    return switch (this) {
      case PROFILE, PREPARE, TRAIN -> List.of(manifest);
      case EVALUATE -> List.of(new ReportStage(), manifest);
      case PUBLISH, RUN ->
          List.of(
              new ReportStage(),
              manifest,
              new ChecksumStage(),
              new PointerStage(),
              new RetentionStage());
    };
  }
}
