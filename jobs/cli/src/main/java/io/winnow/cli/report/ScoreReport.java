package io.winnow.cli.report;

import io.winnow.core.config.Json;
import io.winnow.core.metrics.ScoreCurve;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code report/curves.json}: how the scores of a classifier tell its classes apart.
 *
 * @param split that was measured
 * @param curves of the last label for two classes, of each one for more
 */
public record ScoreReport(int schemaVersion, String split, List<ScoreCurve> curves) {
  /** Name in the run's folder. */
  public static final String FILE = "report/curves.json";

  private static final int SCHEMA_VERSION = 1;

  /** The curves of a split. */
  public static ScoreReport of(String split, List<ScoreCurve> curves) {
    return new ScoreReport(SCHEMA_VERSION, split, curves);
  }

  /**
   * Reads the file; empty where another version wrote it.
   *
   * @throws IOException when it cannot be understood
   */
  public static Optional<ScoreReport> read(byte[] json) throws IOException {
    var tree = Json.MAPPER.readTree(json);
    return tree.path("schemaVersion").asInt() == SCHEMA_VERSION
        ? Optional.of(Json.MAPPER.treeToValue(tree, ScoreReport.class))
        : Optional.empty();
  }

  /** The file's content. */
  public byte[] toJson() {
    return Json.pretty(this);
  }
}
