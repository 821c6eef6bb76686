package io.winnow.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.statistics.GoldenCases;
import io.winnow.core.statistics.Partitions;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationStateTest {
  /** scikit-learn adds up in floating point what is exact here. */
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-11);

  private record Prediction(int actual, List<Double> scores) {
    float[] probabilities() {
      float[] probabilities = new float[scores.size()];
      for (int i = 0; i < probabilities.length; i++) {
        probabilities[i] = scores.get(i).floatValue();
      }
      return probabilities;
    }
  }

  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/metrics/classification.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void figuresEqualScikitLearns(JsonNode golden) {
    ClassificationMetrics metrics = stateOf(golden).metrics();

    assertThat(metrics.rows()).isEqualTo(golden.get("actual").size());
    for (Metric metric : Metric.values()) {
      JsonNode expected = golden.path(metric.key());
      if (expected.isNumber()) {
        assertThat(metrics.value(metric).orElseThrow())
            .as(metric.key())
            .isCloseTo(expected.doubleValue(), ROUNDING);
      } else {
        assertThat(metrics.value(metric)).as(metric.key()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void figuresOfEachClassEqualScikitLearns(JsonNode golden) {
    ClassificationMetrics metrics = stateOf(golden).metrics();

    assertThat(metrics.labels()).isEqualTo(labels(golden));
    assertThat(metrics.perClass().keySet()).containsExactlyElementsOf(metrics.labels());
    assertPerClass(metrics, PerClass::precision, golden.get("precision"));
    assertPerClass(metrics, PerClass::recall, golden.get("recall"));
    assertPerClass(metrics, PerClass::f1, golden.get("f1"));
    assertPerClass(metrics, PerClass::support, golden.get("support"));
    assertThat(metrics.confusionMatrix())
        .isEqualTo(
            GoldenCases.stream(golden.get("confusionMatrix"))
                .map(row -> GoldenCases.stream(row).map(JsonNode::longValue).toList())
                .toList());
  }

  private static void assertPerClass(
      ClassificationMetrics metrics, ToDoubleFunction<PerClass> figure, JsonNode expected) {
    assertThat(metrics.perClass().values().stream().mapToDouble(figure).toArray())
        .containsExactly(GoldenCases.doubles(expected), within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theBitsDoNotDependOnOrderOrPartitions(JsonNode golden) {
    List<String> labels = labels(golden);
    ClassificationMetrics whole = stateOf(golden).metrics();

    assertThat(
            Partitions.states(
                predictions(golden),
                () -> new ClassificationState(labels),
                ClassificationStateTest::add,
                ClassificationState::merge))
        .extracting(ClassificationState::metrics)
        .containsOnly(whole);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void theBitsOfManyRowsDoNotDependOnPartitions(int classes) {
    List<String> labels = IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    Random random = new Random(classes);
    List<Prediction> rows =
        Stream.generate(() -> new Prediction(random.nextInt(classes), anyScores(random, classes)))
            .limit(3000)
            .toList();

    assertThat(
            Partitions.states(
                    rows,
                    () -> new ClassificationState(labels),
                    ClassificationStateTest::add,
                    ClassificationState::merge)
                .map(ClassificationState::metrics)
                .distinct())
        .hasSize(1);
  }

  @Test
  void ofEqualProbabilitiesTheFirstClassIsPredicted() {
    ClassificationState state = new ClassificationState(List.of("no", "yes", "maybe"));
    state.add(2, new float[] {0.2f, 0.4f, 0.4f});

    assertThat(state.metrics().confusionMatrix().get(2)).containsExactly(0L, 1L, 0L);
  }

  @Test
  void toleratesProbabilitiesThatRoundingCarriesOverOne() {
    ClassificationState state = new ClassificationState(List.of("no", "yes"));
    state.add(1, new float[] {-1e-7f, 1.000001f});

    assertThat(state.metrics().logLoss()).isEqualTo(-StrictMath.log(1 - 0x1p-52));
  }

  @Test
  void refusesRowsThatMakeNoSense() {
    ClassificationState state = new ClassificationState(List.of("no", "yes"));

    assertThatThrownBy(() -> state.add(2, new float[] {0.5f, 0.5f}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("class 2 does not exist; there are 2");
    assertThatThrownBy(() -> state.add(-1, new float[] {0.5f, 0.5f}))
        .hasMessage("class -1 does not exist; there are 2");
    assertThatThrownBy(() -> state.add(0, new float[] {1f}))
        .hasMessage("1 probabilities were given for 2 classes");
    assertThatThrownBy(() -> state.add(0, new float[] {0.5f, Float.NaN}))
        .hasMessage("the probability of class 'yes' is NaN, which is not between 0 and 1");
    assertThatThrownBy(() -> state.add(0, new float[] {-3.5f, 0.5f}))
        .hasMessage("the probability of class 'no' is -3.5, which is not between 0 and 1");
    assertThatThrownBy(state::metrics)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there are no rows to measure the classifier on");
  }

  @Test
  void refusesOtherLabels() {
    ClassificationState state = new ClassificationState(List.of("no", "yes"));
    ClassificationState other = new ClassificationState(List.of("yes", "no"));

    assertThatThrownBy(() -> state.merge(other))
        .hasMessage("cannot merge the metrics of classes [no, yes] and [yes, no]");
    assertThatThrownBy(() -> new ClassificationState(List.of("only")))
        .hasMessage("a classifier needs at least 2 classes, not [only]");
  }

  private static void add(ClassificationState state, Prediction row) {
    state.add(row.actual, row.probabilities());
  }

  private static ClassificationState stateOf(JsonNode golden) {
    ClassificationState state = new ClassificationState(labels(golden));
    predictions(golden).forEach(row -> add(state, row));
    return state;
  }

  private static List<String> labels(JsonNode golden) {
    return GoldenCases.stream(golden.get("labels")).map(JsonNode::textValue).toList();
  }

  private static List<Prediction> predictions(JsonNode golden) {
    return IntStream.range(0, golden.get("actual").size())
        .mapToObj(
            i ->
                new Prediction(
                    golden.get("actual").get(i).intValue(),
                    GoldenCases.stream(golden.get("probabilities").get(i))
                        .map(JsonNode::doubleValue)
                        .toList()))
        .toList();
  }

  private static List<Double> anyScores(Random random, int classes) {
    double[] weights = random.doubles(classes, 0.0, 1.0).toArray();
    double sum = IntStream.range(0, classes).mapToDouble(i -> weights[i]).sum();
    return IntStream.range(0, classes).mapToObj(i -> weights[i] / sum).toList();
  }
}
