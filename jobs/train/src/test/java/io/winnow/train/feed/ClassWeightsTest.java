package io.winnow.train.feed;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.winnow.core.config.ClassWeightConfig;
import io.winnow.core.config.Json;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {

  @Test
  void balancedIsWhatScikitLearnHas() throws JsonProcessingException {
    FittedLabel three =
        new FittedLabel("l", Task.CLASSIFICATION, null, List.of("a", "b", "c"), 0, 1);

    // compute_class_weight("balanced", classes=[0, 1, 2], y=[0]*2 + [1]*3 + [2]*7)
    assertThat(ClassWeights.of(config("\"balanced\""), three, List.of(2.0, 3.0, 7.0)).byClass())
        .containsExactly(2.0, 12.0 / 9, 12.0 / 21);
  }

  @Test
  void declaredWeightsKeepTheirRatioAndCountOneOnAverage() throws JsonProcessingException {
    ClassWeights weights = ClassWeights.of(config("{\"yes\": 4}"), CLASSES, List.of(30.0, 10.0));

    // 30 rows of 1 and 10 of 4 are 70: scaled by 40 / 70.
    assertThat(weights.byClass()).containsExactly(40.0 / 70, 4 * 40.0 / 70);
    assertThat(weights.weight(1)).isEqualTo((float) (4 * 40.0 / 70));
    assertThat(ClassWeights.of(null, CLASSES, List.of(1.0, 1.0))).isNull();
  }

  @Test
  void isWrittenAsItWasRead() throws JsonProcessingException {
    for (String json : List.of("\"balanced\"", "{\"yes\":4.0}")) {
      assertThat(Json.MAPPER.writeValueAsString(config(json))).isEqualTo(json);
    }
  }

  @Test
  void refusesWhatHasNoEffect() {
    assertThatThrownBy(() -> ClassWeights.of(config("{\"y\": 4}"), CLASSES, List.of(1.0, 1.0)))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "training.classWeights: 'y' is no class of label 'kind'; its classes are no, yes");
    assertThatThrownBy(() -> ClassWeights.of(config("\"balanced\""), TARGET, List.of()))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "training.classWeights: label 'price' is a number and has no classes; remove the key");
    assertThatThrownBy(() -> ClassWeights.of(config("{\"yes\": 0}"), CLASSES, List.of(0.0, 9.0)))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "training.classWeights: no row of train counts; give one of its classes a weight above"
                + " 0");
  }

  private static ClassWeightConfig config(String json) throws JsonProcessingException {
    return Json.MAPPER.readValue(json, ClassWeightConfig.class);
  }
}
