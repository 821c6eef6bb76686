package io.winnow.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.step.encode.FittedEncode;
import io.winnow.core.step.encode.MissingSlot;
import io.winnow.core.step.encode.Unseen;
import io.winnow.core.step.impute.FittedCategoryImpute;
import io.winnow.core.step.impute.FittedNumberImpute;
import io.winnow.core.step.impute.ImputeStrategy;
import io.winnow.core.step.scale.FittedScale;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureVectorTest {
  @Test
  void anIndicatorIsTheLastFeatureOfItsColumn() {
    FittedColumn job =
        new FittedColumn.Categorical(
            new FittedCategoryImpute(ImputeStrategy.MODE, "a"),
            oneHot(List.of("a", "b"), MissingSlot.NONE),
            MissingSlot.LAST);

    assertThat(
            names(List.of("age", "id", "job"), Map.of("job", job, "age", number(MissingSlot.LAST))))
        .containsExactly("age", "age=<missing>", "job=a", "job=b", "job=<missing>");
  }

  /** Whatever the texts of the table are, missing cells keep their name. */
  @Test
  void noTwoFeaturesHaveTheSameName() {
    FittedColumn texts =
        new FittedColumn.Categorical(
            null,
            new FittedEncode.OneHot(
                Unseen.ZEROS,
                List.of("<missing>", "b=c", "<rare>", "<missing>#2"),
                List.of("r"),
                MissingSlot.LAST),
            null);

    assertThat(
            names(
                List.of("a", "a=b", "a=b=c#2"),
                Map.of(
                    "a",
                    texts,
                    "a=b",
                    new FittedColumn.Categorical(
                        null, oneHot(List.of("c"), MissingSlot.NONE), null),
                    "a=b=c#2",
                    number(null))))
        .containsExactly(
            "a=<missing>#2",
            "a=b=c",
            "a=<rare>#2",
            "a=<missing>#2#2",
            "a=<rare>",
            "a=<missing>",
            "a=b=c#3",
            "a=b=c#2");
  }

  private static List<String> names(List<String> order, Map<String, FittedColumn> columns) {
    return FeatureVector.of(order, columns).stream().map(FittedFeature::name).toList();
  }

  private static FittedEncode oneHot(List<String> categories, MissingSlot missing) {
    return new FittedEncode.OneHot(Unseen.ZEROS, categories, List.of(), missing);
  }

  private static FittedColumn number(@Nullable MissingSlot indicator) {
    return new FittedColumn.Numeric(
        null,
        new FittedNumberImpute(ImputeStrategy.MEDIAN, 1.0),
        new FittedScale.None(),
        indicator);
  }
}
