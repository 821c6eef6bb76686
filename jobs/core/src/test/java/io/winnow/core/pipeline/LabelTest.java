package io.winnow.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.config.LabelScale;
import io.winnow.core.config.MissingLabel;
import io.winnow.core.config.SplitConfig;
import io.winnow.core.config.SplitRatios;
import io.winnow.core.config.SplitStrategy;
import io.winnow.core.metrics.Task;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.split.SplitFitter;
import io.winnow.core.split.TrainRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabelTest {
  private static final RowLayout LAYOUT = new RowLayout(List.of("price"), List.of("attack"));

  @Test
  void aClassIsItsIndexAfterTheMap() {
    LabelReader reader =
        new LabelReader(LAYOUT, "attack", Map.of("normal", "no", "*", "yes"), List.of("no", "yes"));

    assertThat(reader.label(row(0, "normal"))).isEqualTo(0);
    assertThat(reader.label(row(0, "smurf"))).isEqualTo(1);
    assertThat(reader.classOf(row(0, "smurf"))).isEqualTo("yes");
    assertThat(reader.count()).isEqualTo(2);
    assertThat(reader.isLabelled(row(0, "smurf"))).isTrue();
    assertThat(reader.isLabelled(row(0, null))).isFalse();
    assertThat(reader.of(row(0, null))).isEqualTo(-1);
  }

  @Test
  void withoutAMapAClassIsTheCell() {
    LabelReader reader = new LabelReader(LAYOUT, "attack", null, List.of("a", "b"));

    assertThat(reader.label(row(0, "b"))).isEqualTo(1);
    assertThat(reader.of(row(0, "c"))).isEqualTo(-1);
  }

  @Test
  void whereNothingIsPredictedEveryRowIsLabelled() {
    LabelReader reader = LabelReader.of(LAYOUT, LabelConfig.NONE);

    assertThat(reader.isLabelled(row(Double.NaN, null))).isTrue();
    assertThat(reader.label(row(Double.NaN, null))).isZero();
  }

  @Test
  void aNumberIsItself() {
    LabelReader reader = new LabelReader(LAYOUT, "price", null, List.of());

    assertThat(reader.label(row(2.5, null))).isEqualTo(2.5);
    assertThat(reader.isLabelled(row(2.5, null))).isTrue();
    assertThat(reader.isLabelled(row(Double.NaN, null))).isFalse();
  }

  /** Mean and deviation of 1, 2, 3, 4 as NumPy gives them: 2.5 and 1.118033988749895. */
  @Test
  void aNumericLabelIsScaledByTheMomentsOfTrain() {
    FittedLabel label = fit(LabelScale.STANDARD, 1, 2, 3, 4);

    assertThat(label.task()).isEqualTo(Task.REGRESSION);
    assertThat(label.outputs()).isOne();
    assertThat(label.mean()).isEqualTo(2.5);
    assertThat(label.standardDeviation()).isEqualTo(1.118033988749895);
    assertThat(label.scaled(4)).isEqualTo(1.3416407864998738);
    assertThat(label.unscaled(label.scaled(4))).isEqualTo(4);
  }

  @Test
  void aConstantLabelAndOneThatIsNotToBeScaledAreDividedByOne() {
    assertThat(fit(LabelScale.STANDARD, 7, 7).standardDeviation()).isOne();
    assertThat(fit(LabelScale.STANDARD, 7, 7).scaled(7)).isZero();
    assertThat(fit(LabelScale.NONE, 1, 2, 3, 4).scaled(4)).isEqualTo(4);
  }

  private static FittedLabel fit(LabelScale scale, double... labels) {
    SplitRatios ratios = new SplitRatios(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
    PartedRows rows =
        PartedRows.dealt(
            LAYOUT, DoubleStream.of(labels).mapToObj(label -> row(label, null)).toList(), 2);
    TrainRows train =
        SplitFitter.fit(
                new SplitConfig(SplitStrategy.RANDOM, ratios, 1, null, null, null, 10),
                rows,
                new LabelReader(LAYOUT, "price", null, List.of()))
            .train(rows);
    return LabelFitter.fit(
        new LabelConfig("price", null, null, MissingLabel.DROP, scale), List.of(), train);
  }

  private static TypedRow row(double price, @Nullable String attack) {
    TypedRow row = new TypedRow(LAYOUT);
    row.numbers[0] = price;
    row.texts[0] = attack;
    return row;
  }
}
