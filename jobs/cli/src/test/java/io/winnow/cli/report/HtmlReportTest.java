package io.winnow.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.winnow.cli.Cli;
import io.winnow.cli.report.HtmlReport.Found;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.manifest.CodeVersion;
import io.winnow.core.manifest.ConfigReport;
import io.winnow.core.manifest.ErrorReport;
import io.winnow.core.manifest.FeatureReport;
import io.winnow.core.manifest.GateReport;
import io.winnow.core.manifest.ManifestDraft;
import io.winnow.core.manifest.MetricsReport;
import io.winnow.core.manifest.MoveReport;
import io.winnow.core.manifest.RecoverReport;
import io.winnow.core.manifest.RecoverReport.RecoveredColumn;
import io.winnow.core.manifest.RowCounts;
import io.winnow.core.manifest.RunReport;
import io.winnow.core.manifest.RunStatus;
import io.winnow.core.manifest.Seeds;
import io.winnow.core.manifest.SoftwareVersions;
import io.winnow.core.manifest.SplitReport;
import io.winnow.core.manifest.StageReport;
import io.winnow.core.manifest.StopReason;
import io.winnow.core.manifest.TestMetrics;
import io.winnow.core.manifest.TestMetrics.ClassMetrics;
import io.winnow.core.manifest.TrainingReport;
import io.winnow.core.manifest.TrainingReport.EpochReport;
import io.winnow.core.manifest.Warning;
import io.winnow.core.metrics.ClassificationState;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.TextbookEstimator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final String HOSTILE = "<script>alert('x')</script>";

  @Test
  void figuresStandThereAsAReaderExpectsThem() {
    String page = page(complete());

    assertThat(page)
        .contains(
            "published",
            "48,842",
            "0.8557",
            "105 features",
            "12,345",
            "1,168",
            "23.9%",
            "IQR_ZERO",
            "accuracy on validation",
            "kept: 0.8512")
        .contains("&lt;=50K")
        .doesNotContain("<=50K");
  }

  @Test
  void whatComesFromTheTableIsEscaped() {
    ManifestDraft draft = complete();
    draft.addWarnings(List.of(new Warning("UNDECLARED_COLUMN", HOSTILE)));
    draft.error(new ErrorReport("DATA", HOSTILE));
    draft.features(
        new FeatureReport(
            1,
            Map.of(HOSTILE, 1L),
            Map.of(),
            Map.of(),
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            null,
            null,
            null));

    assertThat(page(draft)).doesNotContain("<script").contains("&lt;script&gt;");
  }

  @Test
  void thePageNeedsNothingFromElsewhere() {
    assertThat(page(complete()))
        .doesNotContain("<script", "http:", "https:", "src=", "url(", "@import", "<link");
  }

  @Test
  void aRegressionHasNoClasses() {
    ManifestDraft draft = begun();
    draft.metrics(new MetricsReport(regression(), null));
    draft.end(RunStatus.EVALUATED, 0, "2026-11-22T01:05:00Z");

    assertThat(page(draft))
        .contains("52,461", "rmse", "0.7893")
        .doesNotContain("Confusion matrix", "accuracy");
  }

  @Test
  void aRunThatHasOnlyBegunHasAPageToo() {
    assertThat(page(begun())).contains("running", "adult", "dense1").doesNotContain("Classes");
  }

  @Test
  void numbersThatAreNotFiniteDoNotBreakThePage() {
    ManifestDraft draft = begun();
    draft.training(
        new TrainingReport(
            "stock",
            2,
            5,
            1,
            0,
            StopReason.DIVERGED,
            List.of(
                new EpochReport(1, 0.5, Map.of("accuracy", 0.7)),
                new EpochReport(2, null, Map.of()))));

    assertThat(page(draft)).contains("not finite", "diverged");
  }

  @Test
  void showsCurvesWithTheirFigures() {
    ClassificationState state = new ClassificationState(List.of("<=50K", ">50K"));
    for (int i = 0; i < 400; i++) {
      float score = i / 400f;
      state.add(i % 4 < score * 4 ? 1 : 0, new float[] {1 - score, score});
    }
    ScoreReport scores = ScoreReport.of("test", state.metrics().curves());
    String page = page(complete(), new Found(scores, null));

    assertThat(page)
        .contains("ROC: recall over false positives", "precision over recall", "calibration")
        .contains("Thresholds and calibration of &gt;50K", "0.9 – 1.0")
        .containsPattern("<polyline points=\"0\\.0,300\\.0 .* 300\\.0,0\\.0\"")
        .contains("<td class=\"number\">%.4f</td>".formatted(state.metrics().rocAuc()));
    assertThat(page(complete())).doesNotContain("Scores</h2>");
  }

  @Test
  void aReportOfScoresIsReadBack() throws Exception {
    ClassificationState state = new ClassificationState(List.of("a", "b"));
    state.add(0, new float[] {0.75f, 0.25f});
    state.add(1, new float[] {0.5f, 0.5f});
    ScoreReport scores = ScoreReport.of("test", state.metrics().curves());

    assertThat(ScoreReport.read(scores.toJson())).contains(scores);
    assertThat(ScoreReport.read("{\"schemaVersion\": 2}".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void missingCellsAndClassesAreBars() {
    assertThat(page(complete()))
        .containsPattern("occupation</td><td class=\"number\">12,345</td>.*25\\.3%")
        .containsPattern("&gt;50K</td><td class=\"number\">1,168</td>.*23\\.9%");
  }

  /** Whatever is wider than a phone scrolls within itself. */
  @Test
  void saysWhereNotAllClassesAreDrawn() {
    String left = "The first 30 of 31 classes; the table has all.";
    assertThat(page(withClasses(31))).contains(left);
    assertThat(page(withClasses(30))).doesNotContain("The first 30 of");
  }

  private static ManifestDraft withClasses(int count) {
    Map<String, Long> classes =
        IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "class " + i, i -> 1L));
    Map<String, Long> rows = Map.of("train", (long) count);
    ManifestDraft draft = complete();
    draft.split(
        new SplitReport("stratified", rows, rows, Map.of("train", classes), Map.of(), null));
    return draft;
  }

  @Test
  void nothingMakesAPhoneScrollSideways() {
    ClassificationState state = new ClassificationState(List.of("<=50K", ">50K"));
    state.add(0, new float[] {0.75f, 0.25f});
    state.add(1, new float[] {0.5f, 0.5f});
    String page =
        page(complete(), new Found(ScoreReport.of("test", state.metrics().curves()), null));

    assertThat(page).contains("width=device-width");
    assertThat(page.replace("<div class=\"wide\"><table", "").replace("<table class=\"bars\"", ""))
        .doesNotContain("<table");
    assertThat(page).doesNotContainPattern("<(svg|figure|div|td)[^>]* width=");
    assertThat(page).contains(".wide { overflow-x: auto; }").contains("viewBox");
    Matcher widths = Pattern.compile("(?<!max-)width: *(\\d+(?:\\.\\d+)?)(px|rem)").matcher(page);
    assertThat(
            widths
                .results()
                .mapToDouble(
                    width ->
                        Double.parseDouble(width.group(1)) * (width.group(2).equals("px") ? 1 : 16))
                .boxed()
                .toList())
        .isNotEmpty()
        .allMatch(pixels -> pixels <= 358);
  }

  @Test
  void showsHowWellHiddenCellsAreRecovered() {
    assertThat(page(complete()))
        .contains("Hidden cells recovered", "1,234 rows", "NRMSE", "0.3562", "0.4187", "1.0021")
        .contains("<th class=\"number\">regression</th>")
        .containsPattern("good\">0\\.3562");
    assertThat(page(begun())).doesNotContain("Hidden cells recovered");
  }

  @Test
  void showsWhatTheFirstComponentsExplain() {
    assertThat(page(complete()))
        .contains("21 components", "of the first 20", "pc_1", "50.0%", "pc_20")
        .doesNotContain("pc_21");
    assertThat(page(begun())).doesNotContain("Principal components");
  }

  @Test
  void showsHowFarSplitsAreFromTheirQuotasAndWhichRowsMoved() {
    assertThat(page(complete()))
        .contains("+1,357", "-1,357", "Since adult/2026-11-21/1")
        .contains("48,000 rows stayed", "321 moved", "654 are new", "987 are gone");
  }

  @Test
  void showsWhichFeaturesWereNotSelected() {
    assertThat(page(complete()))
        .contains("1 feature was not selected", "a_copy", "correlation", "0.9876", "the_original");
    assertThat(page(begun())).doesNotContain("not selected");
  }

  private static List<FeatureReport.Component> components(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new FeatureReport.Component("pc_" + i, Math.pow(0.5, i)))
        .toList();
  }

  private static RecoverReport recovered() {
    return new RecoverReport(
        0.1,
        1_234,
        0.02,
        List.of(
            new RecoveredColumn(
                "age",
                "nrmse",
                99,
                Map.of("median", 1.0021, "regression", 0.4187, "knn", 0.3562),
                "knn"),
            new RecoveredColumn("job", "accuracy", 0, Map.of(), "mode")));
  }

  private static ManifestDraft complete() {
    ManifestDraft draft = begun();
    draft.rows(new RowCounts(48_842, 0, 52, 0, 0, 0, 0, 0, 48_790));
    draft.addStages(List.of(new StageReport("read", 48_842, 48_842, 1.5)));
    Map<String, Long> rows = Map.of("train", 39_032L, "validation", 4_879L, "test", 4_879L);
    draft.split(
        new SplitReport(
            "stratified",
            rows,
            rows,
            Map.of("test", Map.of("<=50K", 3_711L, ">50K", 1_168L)),
            Map.of("train", 1_357L, "test", -1_357L),
            new MoveReport("adult/2026-11-21/1", 48_000, 321, 654, 987)));
    draft.features(
        new FeatureReport(
            105,
            Map.of("occupation", 12_345L),
            Map.of(),
            Map.of(),
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            recovered(),
            List.of(new FeatureReport.Unselected("a_copy", "correlation", 0.9876, "the_original")),
            components(21)));
    draft.training(
        new TrainingReport(
            "stock",
            2,
            5,
            12,
            2,
            StopReason.MAX_EPOCHS,
            List.of(
                new EpochReport(1, 0.5, Map.of("accuracy", 0.84)),
                new EpochReport(2, 0.4, Map.of("accuracy", 0.8512)))));
    draft.metrics(new MetricsReport(classification(), null));
    draft.gates(List.of(new GateReport("accuracy", true, 0.8557, 0.83, null)));
    draft.addWarnings(List.of(new Warning("IQR_ZERO", "capital-gain has no fences")));
    draft.end(RunStatus.PUBLISHED, 0, "2026-11-22T01:05:00Z");
    return draft;
  }

  private static ManifestDraft begun() {
    return new ManifestDraft(
        new RunReport("adult/2026-11-22/1", "adult", "2026-11-22", 1, "2026-11-22T01:00:00Z", null),
        new CodeVersion("0.1.0", null),
        new SoftwareVersions("17", "3.5.7", "3.3.4", "1.0.0-M2.1", "1.0.0-M2.1", "cpu"),
        new ConfigReport("0".repeat(64), new ObjectMapper().createObjectNode()),
        new Seeds(1, 1));
  }

  private static TestMetrics classification() {
    return new TestMetrics(
        4_879,
        0.8557,
        0.78,
        0.9154,
        0.304,
        0.8,
        0.79,
        0.795,
        0.85,
        null,
        null,
        null,
        null,
        Map.of("<=50K", new ClassMetrics(0.88, 0.93, 0.905, 3_711)),
        List.of(List.of(3_450L, 261L), List.of(443L, 725L)),
        List.of("<=50K", ">50K"));
  }

  private static TestMetrics regression() {
    return new TestMetrics(
        2_064, null, null, null, null, null, null, null, null, 2.7522e9, 52_461.3, 35_000.0, 0.7893,
        null, null, null);
  }

  private static String page(ManifestDraft draft) {
    return page(draft, Found.NOTHING);
  }

  private static String page(ManifestDraft draft, Found found) {
    var config = ConfigLoader.load(Path.of(Cli.example("adult")), List.of()).pipeline();
    Estimate estimate =
        new TextbookEstimator(config.network(), 105, 2).estimate(64, DataType.FLOAT32);
    return new String(
        HtmlReport.of(draft.manifest(), estimate, found, "/runs/adult/2026-11-22/1"),
        StandardCharsets.UTF_8);
  }
}
