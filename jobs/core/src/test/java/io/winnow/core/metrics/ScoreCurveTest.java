package io.winnow.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.metrics.ScoreCurve.Bin;
import io.winnow.core.metrics.ScoreCurve.Threshold;
import io.winnow.core.statistics.GoldenCases;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreCurveTest {
  private static final Map<String, JsonNode> ROWS =
      GoldenCases.read("/metrics/classification.json")
          .map(Named::getPayload)
          .collect(Collectors.toMap(rows -> rows.get("name").asText(), Function.identity()));

  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/metrics/curves.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void curvesEqualScikitLearns(JsonNode golden) {
    JsonNode rows = ROWS.get(golden.get("name").asText());
    List<ScoreCurve> curves = state(rows).metrics().curves();

    assertThat(curves).hasSameSizeAs(golden.get("curves"));
    for (int i = 0; i < curves.size(); i++) {
      ScoreCurve curve = curves.get(i);
      JsonNode expected = golden.get("curves").get(i);
      assertThat(curve.label()).isEqualTo(expected.get("label").asText());
      assertThat(curve.rocAuc()).isCloseTo(expected.get("rocAuc").asDouble(), within(1e-12));
      assertThat(curve.averagePrecision())
          .isCloseTo(expected.get("averagePrecision").asDouble(), within(1e-12));
      points(curve, at -> (double) at.others() / curve.others(), expected.get("falseRate"));
      points(curve, at -> (double) at.members() / curve.members(), expected.get("trueRate"));
      points(curve, at -> (double) at.members() / curve.members(), expected.get("recall"));
      points(
          curve,
          at -> (double) at.members() / (at.members() + at.others()),
          expected.get("precision"));
      bins(curve, bin -> (double) bin.members() / bin.rows(), expected.get("observed"));
      bins(curve, Bin::meanScore, expected.get("meanScore"));
    }
  }

  @Test
  void ofManyRowsAFewHundredPointsStay() {
    ClassificationState state = new ClassificationState(List.of("no", "yes"));
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      float score = random.nextFloat();
      state.add(random.nextFloat() < score ? 1 : 0, new float[] {1 - score, score});
    }
    ScoreCurve curve = state.metrics().curves().get(0);

    assertThat(curve.thresholds()).hasSizeBetween(100, 201);
    assertThat(curve.thresholds())
        .last()
        .extracting(Threshold::members, Threshold::others)
        .containsExactly(curve.members(), curve.others());
    assertThat(areaBelow(curve)).isCloseTo(state.metrics().rocAuc(), within(1e-4));
    assertThat(curve.calibration())
        .hasSize(10)
        .allSatisfy(
            bin ->
                assertThat((double) bin.members() / bin.rows())
                    .isCloseTo(bin.meanScore(), within(0.03)));
  }

  private static double areaBelow(ScoreCurve curve) {
    double area = 0;
    Threshold before = new Threshold(1, 0, 0);
    for (Threshold at : curve.thresholds()) {
      area += (at.others() - before.others()) * (at.members() + before.members()) / 2.0;
      before = at;
    }
    return area / curve.members() / curve.others();
  }

  private static void points(
      ScoreCurve curve, ToDoubleFunction<Threshold> figure, JsonNode expected) {
    assertThat(curve.thresholds().stream().mapToDouble(figure).toArray())
        .containsExactly(GoldenCases.doubles(expected), within(1e-12));
  }

  private static void bins(ScoreCurve curve, ToDoubleFunction<Bin> figure, JsonNode expected) {
    assertThat(curve.calibration().stream().mapToDouble(figure).toArray())
        .containsExactly(GoldenCases.doubles(expected), within(1e-12));
  }

  private static ClassificationState state(JsonNode rows) {
    List<String> labels = GoldenCases.stream(rows.get("labels")).map(JsonNode::asText).toList();
    ClassificationState state = new ClassificationState(labels);
    for (int i = 0; i < rows.get("actual").size(); i++) {
      JsonNode scores = rows.get("probabilities").get(i);
      float[] probabilities = new float[labels.size()];
      for (int j = 0; j < probabilities.length; j++) {
        probabilities[j] = (float) scores.get(j).asDouble();
      }
      state.add(rows.get("actual").get(i).asInt(), probabilities);
    }
    return state;
  }
}
