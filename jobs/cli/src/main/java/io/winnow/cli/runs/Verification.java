package io.winnow.cli.runs;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.console.Failure;
import io.winnow.core.config.Json;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.manifest.Manifest;
import io.winnow.core.manifest.PreparedReport;
import io.winnow.core.manifest.RunStatus;
import io.winnow.network.bundle.ModelBundle;
import io.winnow.prepare.store.Checksums;
import io.winnow.prepare.store.Checksums.FileSum;
import io.winnow.prepare.store.FileProblem;
import io.winnow.prepare.store.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the files of a run are what they were, by the three places that tell: {@code
 * checksums.json} of a published run every file, {@code bundle.json} those of the model, and the
 * manifest that bundle and the number and bytes of the prepared files.
 *
 * @param status {@code verified} or {@code damaged}
 * @param files that were read
 */
public record Verification(
    String status,
    int exitCode,
    String runId,
    boolean current,
    int files,
    long bytes,
    List<FileProblem> problems)
    implements Answer {
  private static final String BUNDLE = "/" + ModelBundle.MANIFEST;

  /** Reads every file of a run and compares. */
  static Verification of(Run run, Manifest manifest, boolean current) {
    Checksums actual = Checksums.of(run);
    List<FileProblem> problems = new ArrayList<>();
    if (run.exists(Checksums.FILE)) {
      problems.addAll(Checksums.read(run).compare(actual));
    } else if (manifest.status() == RunStatus.PUBLISHED) {
      problems.add(FileProblem.missing(Checksums.FILE));
    }
    problems.addAll(prepared(manifest, actual));
    problems.addAll(model(run, manifest, actual));
    List<FileProblem> found = problems.stream().distinct().sorted().toList();
    return new Verification(
        found.isEmpty() ? "verified" : "damaged",
        (found.isEmpty() ? ExitCode.DONE : ExitCode.DATA).code(),
        run.id(),
        current,
        actual.files().size(),
        actual.bytes(),
        found);
  }

  /** Whether nothing is missing and nothing differs. */
  boolean isWhole() {
    return problems.isEmpty();
  }

  /** One line, and one for each file that is off. */
  @Override
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("%s %s: %d files, %d bytes".formatted(status, runId, files, bytes));
    problems.forEach(problem -> lines.add("%s %s".formatted(problem.path(), problem.message())));
    return String.join("\n", lines);
  }

  @Override
  public String json() {
    return Json.MAPPER.valueToTree(this).toString();
  }

  @Override
  public Optional<Failure> failure() {
    return isWhole() ? Optional.empty() : Optional.of(new Failure(ExitCode.DATA, refusal()));
  }

  /** What is wrong, in one line. */
  String refusal() {
    return "run '%s' is damaged: %s %s%s"
        .formatted(
            runId,
            problems.get(0).path(),
            problems.get(0).message(),
            problems.size() == 1 ? "" : "; %d more".formatted(problems.size() - 1));
  }

  private static List<FileProblem> prepared(Manifest manifest, Checksums actual) {
    PreparedReport prepared = manifest.prepared();
    if (prepared == null) {
      return List.of();
    }
    List<FileProblem> problems = new ArrayList<>();
    prepared
        .splits()
        .forEach(
            (name, split) -> {
              List<FileSum> there =
                  actual.files().stream()
                      .filter(file -> file.path().startsWith(split.path() + "/"))
                      .toList();
              long bytes = there.stream().mapToLong(FileSum::bytes).sum();
              if (there.size() != split.files() || bytes != split.bytes()) {
                problems.add(
                    FileProblem.differs(
                        split.path(),
                        "%d files of %d bytes".formatted(split.files(), split.bytes()),
                        "%d of %d".formatted(there.size(), bytes)));
              }
            });
    Collections.sort(problems);
    return problems;
  }

  private static List<FileProblem> model(Run run, Manifest manifest, Checksums actual) {
    if (manifest.model() == null) {
      return List.of();
    }
    String folder = manifest.model().path();
    Map<String, FileSum> files = actual.byPath();
    FileSum bundle = files.get(folder + BUNDLE);
    if (bundle == null) {
      return List.of(FileProblem.missing(folder + BUNDLE));
    }
    if (!bundle.sha256().equals(manifest.model().sha256())) {
      return List.of(hash(folder + BUNDLE, manifest.model().sha256(), bundle.sha256()));
    }
    List<FileProblem> problems = new ArrayList<>();
    sums(run, folder)
        .fields()
        .forEachRemaining(
            sum -> {
              String path = folder + "/" + sum.getKey();
              FileSum there = files.get(path);
              if (there == null) {
                problems.add(FileProblem.missing(path));
              } else if (!there.sha256().equals(sum.getValue().asText())) {
                problems.add(hash(path, sum.getValue().asText(), there.sha256()));
              }
            });
    return problems;
  }

  private static FileProblem hash(String path, String expected, String actual) {
    return FileProblem.differs(path, "SHA-256 " + expected, actual);
  }

  /** Only called where the file's own checksum is right. */
  private static JsonNode sums(Run run, String folder) {
    try {
      return Json.MAPPER.readTree(run.read(folder + BUNDLE)).path("files");
    } catch (IOException e) {
      throw new IllegalStateException(run.path(folder + BUNDLE), e);
    }
  }
}
