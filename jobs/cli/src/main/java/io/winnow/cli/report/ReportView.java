package io.winnow.cli.report;

import io.winnow.cli.report.HtmlReport.Found;
import io.winnow.core.config.Json;
import io.winnow.core.manifest.Manifest;
import io.winnow.core.manifest.MetricsReport;
import io.winnow.core.manifest.TestMetrics;
import io.winnow.network.estimate.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template shows.
 *
 * @param status as the manifest spells it
 * @param stopReason as the manifest spells it, or empty
 * @param measuredOn the split that the metrics come from, or empty
 * @param missing columns with missing cells, those with the most first
 * @param classes rows of all splits by class; empty for a regression
 * @param path of the run's folder
 * @param config the configuration as indented JSON
 */
public record ReportView(
    Manifest manifest,
    String status,
    String stopReason,
    String measuredOn,
    @Nullable TestMetrics metrics,
    List<Figure> figures,
    List<Bar> rows,
    List<Bar> missing,
    List<Bar> classes,
    List<String> classNames,
    List<SplitRow> splits,
    List<CellRow> cells,
    Estimate estimate,
    List<Bar> memory,
    List<LineChart> curves,
    @Nullable ScoreView scoring,
    List<Bar> seconds,
    String path,
    String config) {

  static ReportView of(Manifest manifest, Estimate estimate, Found found, String path) {
    TestMetrics metrics = metrics(manifest.metrics());
    return new ReportView(
        manifest,
        name(manifest.status()),
        manifest.training() == null ? "" : name(manifest.training().stopReason()),
        metrics == null ? "" : onTest(manifest.metrics()) ? "test" : "validation",
        metrics,
        metrics == null ? List.of() : Figure.of(metrics),
        manifest.rows() == null ? List.of() : Bars.rows(manifest.rows()),
        MissingCells.of(manifest, found.profile()),
        manifest.split() == null ? List.of() : Bars.classes(manifest.split()),
        manifest.split() == null ? List.of() : SplitRow.classNames(manifest.split()),
        manifest.split() == null ? List.of() : SplitRow.of(manifest.split()),
        manifest.features() == null ? List.of() : CellRow.of(manifest.features()),
        estimate,
        Bars.memory(estimate),
        manifest.training() == null ? List.of() : Curves.of(manifest.training()),
        ScoreView.of(found.scores()),
        Bars.seconds(manifest.stages()),
        path,
        manifest.config().redacted().toPrettyString());
  }

  private static @Nullable TestMetrics metrics(@Nullable MetricsReport report) {
    if (report == null) {
      return null;
    }
    return report.test() == null ? report.validation() : report.test();
  }

  private static boolean onTest(@Nullable MetricsReport report) {
    return report != null && report.test() != null;
  }

  private static String name(Enum<?> value) {
    return Json.MAPPER.valueToTree(value).asText();
  }
}
