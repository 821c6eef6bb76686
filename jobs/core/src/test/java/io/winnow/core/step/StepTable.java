package io.winnow.core.step;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.scan.RowStep;
import io.winnow.core.split.TrainRows;
import io.winnow.core.split.TrainSplit;
import io.winnow.core.step.impute.knn.KnnConfig;
import io.winnow.core.step.impute.knn.KnnConfig.Features;
import io.winnow.core.step.impute.knn.KnnConfig.Scale;
import io.winnow.core.step.impute.knn.NeighbourWeights;
import io.winnow.core.step.impute.recover.RecoverConfig;
import io.winnow.core.step.impute.regression.RegressionConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small table, column by column, for what a step learns of it and makes of it. */
public final class StepTable {
  /** How neighbours are found where a test does not look for any. */
  public static final KnnConfig NEIGHBOURS =
      new KnnConfig(
          5, NeighbourWeights.UNIFORM, Features.NUMERIC, null, Scale.STANDARD, 1e13, 1 << 28);

  /** How cells are predicted where a test does not predict any. */
  public static final RegressionConfig PREDICTORS =
      new RegressionConfig(RegressionConfig.Features.ALL, null, 1e-3, 100, 200, 1e-12, 100_000);

  /** How strategies are compared where a test does not compare any. */
  public static final RecoverConfig NO_COMPARISON = new RecoverConfig(false, 0.1, 2000, 0.02);

  private final List<String> numberNames = new ArrayList<>();
  private final List<double[]> numbers = new ArrayList<>();
  private final List<String> textNames = new ArrayList<>();
  private final List<@Nullable String[]> texts = new ArrayList<>();

  /** Adds a numeric column; NaN is missing. */
  public StepTable number(String name, double... cells) {
    numberNames.add(name);
    numbers.add(cells);
    return this;
  }

  /** Adds a textual column; null is missing. */
  public StepTable text(String name, @Nullable String... cells) {
    textNames.add(name);
    texts.add(cells);
    return this;
  }

  /** The same columns the other way round. */
  public StepTable reversed() {
    StepTable reversed = new StepTable();
    reversed.numberNames.addAll(numberNames);
    reversed.numbers.addAll(numbers);
    reversed.textNames.addAll(textNames);
    reversed.texts.addAll(texts);
    Collections.reverse(reversed.numberNames);
    Collections.reverse(reversed.numbers);
    Collections.reverse(reversed.textNames);
    Collections.reverse(reversed.texts);
    return reversed;
  }

  /** Where the columns are. */
  public RowLayout layout() {
    return new RowLayout(List.copyOf(numberNames), List.copyOf(textNames));
  }

  /** Fresh rows. */
  public List<TypedRow> rows() {
    int size = numbers.isEmpty() ? texts.get(0).length : numbers.get(0).length;
    List<TypedRow> rows = new ArrayList<>();
    for (int r = 0; r < size; r++) {
      TypedRow row = new TypedRow(layout());
      for (int c = 0; c < numbers.size(); c++) {
        row.numbers[c] = numbers.get(c)[r];
      }
      for (int c = 0; c < texts.size(); c++) {
        row.texts[c] = texts.get(c)[r];
      }
      rows.add(row);
    }
    return rows;
  }

  /** All of it as train, in one part. */
  public TrainRows train() {
    return TrainSplit.of(PartedRows.whole(layout(), rows()));
  }

  /** All of it as train, dealt out in several ways that must not matter. */
  public Stream<TrainRows> everyWay() {
    return PartedRows.everyWay(layout(), rows()).map(TrainSplit::of);
  }

  /** A numeric column of the rows that stay after a step. */
  public double[] after(RowStep step, String column, CellEffects effects) {
    return rows().stream()
        .filter(row -> step.apply(row, effects))
        .mapToDouble(row -> row.numbers[layout().number(column)])
        .toArray();
  }
}
