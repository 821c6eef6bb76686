package io.winnow.cli.job;

import io.winnow.cli.report.ProfilePage;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.ProfileReport;
import io.winnow.core.manifest.Warning;
import io.winnow.core.profile.Profile;
import io.winnow.core.profile.check.CheckResult;
import io.winnow.core.profile.check.Checks;
import io.winnow.core.profile.check.Severity;
import io.winnow.prepare.profile.ProfileJob;
import io.winnow.prepare.profile.ProfileResult;
import io.winnow.prepare.store.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the raw table to what it is like; ends the run where it does not hold its checks. */
final class ProfileStage implements Stage {
  static final String FILE = "profile/profile.json";

  @Override
  public void run(Attempt attempt, JobContext context) {
    Stopwatch watch = Stopwatch.started();
    ProfileResult result =
        ProfileJob.declared(context.spark(attempt), attempt.loaded(), published(attempt));
    Profile profile = result.profile();
    write(attempt.run(), result);

    long accepted = profile.rows().accepted();
    context.ended(attempt, watch.stage("profile", profile.rows().read(), accepted));
    attempt.draft().profile(report(profile));
    attempt.draft().addWarnings(result.warnings());
    attempt.draft().addWarnings(profile.checks().stream().flatMap(ProfileStage::warning).toList());
    context
        .console()
        .progress(
            "%d columns, %d checks".formatted(profile.columns().size(), profile.checks().size()));
    Checks.refusal(profile.checks())
        .ifPresent(
            refusal -> {
              throw WinnowException.data(
                  "%s; see %s".formatted(refusal, attempt.run().path("profile/index.html")));
            });
  }

  private static void write(Run run, ProfileResult result) {
    run.write(FILE, result.profile().toJson());
    run.write("profile/schema.yaml", result.schemaFile().getBytes(StandardCharsets.UTF_8));
    run.write("profile/index.html", ProfilePage.of(result.profile(), run.id()));
  }

  private static ProfileReport report(Profile profile) {
    return new ProfileReport(
        FILE,
        profile.rows().read(),
        profile.rows().rejected(),
        profile.rows().exactDuplicates(),
        profile.columns().size(),
        profile.checks());
  }

  private static Stream<Warning> warning(CheckResult check) {
    return check.passed() || check.severity() == Severity.ERROR
        ? Stream.empty()
        : Stream.of(new Warning("CHECK_NOT_HELD", check.message()));
  }

  /** The profile of the run that readers follow, if it has one that this version reads. */
  private static @Nullable Profile published(Attempt attempt) {
    Optional<Run> run =
        Pointer.of(attempt.store(), attempt.run().pipeline())
            .map(pointer -> attempt.store().find(pointer.run()))
            .filter(published -> published.exists(FILE));
    try {
      return run.isEmpty() ? null : Profile.read(run.get().read(FILE)).orElse(null);
    } catch (IOException e) {
      throw WinnowException.usage(
          "%s: cannot be read: %s; publish a run again, or take out the checks of type change"
              .formatted(run.orElseThrow().path(FILE), e.getMessage()));
    }
  }
}
