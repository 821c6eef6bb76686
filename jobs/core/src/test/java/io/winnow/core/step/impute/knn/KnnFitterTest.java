package io.winnow.core.step.impute.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.Json;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.hash.Hash128;
import io.winnow.core.manifest.Warning;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.split.TrainRows;
import io.winnow.core.split.TrainSplit;
import io.winnow.core.step.impute.knn.KnnConfig.Features;
import io.winnow.core.step.impute.knn.KnnConfig.Scale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnnFitterTest {
  private static final RowLayout LAYOUT =
      new RowLayout(List.of("age", "income", "height"), List.of("town", "trade"));
  private static final KnnFeatures FEATURES =
      new KnnFeatures(Set.of("income", "trade"), LAYOUT.numbers(), LAYOUT.texts());
  private static final double NO_LIMIT = 1e18;

  private static List<TypedRow> rows(int count) {
    Random random = new Random(3);
    List<TypedRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TypedRow row = new TypedRow(LAYOUT);
      double size = random.nextGaussian();
      row.numbers[0] = 40 + 10 * size;
      row.numbers[1] = i % 3 == 0 ? Double.NaN : 1000 * size + random.nextInt(9);
      row.numbers[2] = 7;
      row.texts[0] = size > 0 ? "Ulm" : "Bonn";
      row.texts[1] = i % 5 == 0 ? null : size > 0.5 ? "smith" : "baker";
      row.key = new Hash128(random.nextLong(), i);
      rows.add(row);
    }
    return rows;
  }

  private static KnnConfig config(Features features, double maxWork) {
    return new KnnConfig(
        3, NeighbourWeights.DISTANCE, features, null, Scale.STANDARD, maxWork, 1 << 20);
  }

  private static KnnImputer fit(TrainRows train, KnnConfig config, List<Warning> warnings) {
    return KnnFitter.fit(config, train, FEATURES, warnings);
  }

  @Test
  void learnsTheSameHoweverTheRowsAreDealtOut() {
    List<byte[]> files =
        PartedRows.everyWay(LAYOUT, rows(90))
            .map(TrainSplit::of)
            .map(train -> fit(train, config(Features.ALL, 3000), new ArrayList<>()))
            .map(imputer -> Json.pretty(List.of(imputer.fitted(), imputer.file())))
            .toList();

    assertThat(files).hasSize(7);
    assertThat(files).allSatisfy(file -> assertThat(file).isEqualTo(files.get(0)));
  }

  @Test
  void columnsHaveTheirScaleTheirFallbackAndTheirPart() {
    KnnImputer imputer = fit(whole(60), config(Features.NUMERIC, NO_LIMIT), new ArrayList<>());

    List<KnnColumn> columns = imputer.fitted().columns();
    assertThat(columns)
        .extracting(KnnColumn::name, KnnColumn::part, KnnColumn::measure)
        .containsExactly(
            tuple("age", Part.DISTANCE, Measure.DIFFERENCE),
            tuple("height", Part.DISTANCE, Measure.DIFFERENCE),
            tuple("income", Part.BOTH, Measure.DIFFERENCE),
            tuple("trade", Part.TARGET, Measure.OVERLAP));
    double[] ages = rows(60).stream().mapToDouble(row -> row.numbers[0]).toArray();
    double mean = Arrays.stream(ages).average().orElseThrow();
    double square =
        Arrays.stream(ages).map(age -> (age - mean) * (age - mean)).average().orElseThrow();
    assertThat(columns.get(0).fallback()).isCloseTo(mean, within(1e-12));
    assertThat(columns.get(0).scale()).isCloseTo(Math.sqrt(square), within(1e-12));
    assertThat(columns.get(1).scale()).isEqualTo(1);
    assertThat(imputer.fitted().categories().get("trade")).containsExactly("baker", "smith");
    assertThat(columns.get(3).fallback()).isZero();
  }

  @Test
  void categoriesTakePartInTheDistanceWhenAskedFor() {
    KnnConfig named =
        new KnnConfig(
            3,
            NeighbourWeights.UNIFORM,
            Features.NUMERIC,
            List.of("town", "income"),
            Scale.NONE,
            NO_LIMIT,
            1);

    assertThat(
            fit(whole(30), config(Features.ALL, NO_LIMIT), new ArrayList<>()).space().dimensions())
        .isEqualTo(5);
    KnnSpace space = fit(whole(30), named, new ArrayList<>()).space();
    assertThat(space.columns())
        .extracting(KnnColumn::name)
        .containsExactly("income", "town", "trade");
    assertThat(space.columns()).extracting(KnnColumn::scale).containsOnly(1.0);
    assertThat(space.dimensions()).isEqualTo(2);
  }

  @Test
  void beyondTheWorkBudgetASampleIsTakenAndMeasured() {
    List<Warning> warnings = new ArrayList<>();
    KnnImputer imputer = fit(whole(900), config(Features.NUMERIC, 450_000), warnings);
    FittedKnn.DonorSet donors = imputer.fitted().donors();

    // 420 rows lack income or trade, 3 columns: 450,000 / 1,260 = 357 donors.
    assertThat(donors.rows()).isEqualTo(357);
    assertThat(donors.trainRows()).isEqualTo(900);
    SampleQuality quality = Objects.requireNonNull(donors.sample());
    assertThat(quality.rows()).isBetween(100, 200);
    // Of the true neighbours a sample holds its own share, 357/900, up to chance.
    assertThat(quality.recall()).isBetween(0.3, 0.5);
    assertThat(quality.numberError()).isBetween(1e-4, 0.1);
    assertThat(quality.categoryError()).isBetween(0.0, 0.1);
    assertThat(warnings).extracting(Warning::code).containsExactly("KNN_SAMPLED");
    assertThat(warnings.get(0).message())
        .startsWith("impute.knn: 357 of 900 train rows are donors; on " + quality.rows());

    fit(whole(900), config(Features.NUMERIC, NO_LIMIT), warnings);
    assertThat(warnings).hasSize(1);
  }

  @Test
  void donorsSurviveTheirFile() throws IOException {
    KnnImputer imputer = fit(whole(80), config(Features.ALL, NO_LIMIT), new ArrayList<>());
    FittedKnn fitted =
        Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(imputer.fitted()), FittedKnn.class);
    KnnImputer read = KnnImputer.read(fitted, "knn-donors.bin", imputer.file());

    PointReader reader = new PointReader(imputer.space(), fitted.categories(), LAYOUT);
    for (TypedRow row : rows(80)) {
      assertThat(read.fills(reader.point(row))).containsExactly(imputer.fills(reader.point(row)));
    }
  }

  @Test
  void refusesDonorsThatWereNotFitted() {
    KnnImputer imputer = fit(whole(20), config(Features.ALL, NO_LIMIT), new ArrayList<>());
    byte[] altered = imputer.file();
    altered[altered.length - 1] ^= 1;

    assertThatThrownBy(() -> KnnImputer.read(imputer.fitted(), "d.bin", altered))
        .isInstanceOf(WinnowException.class)
        .hasMessageStartingWith("d.bin: its SHA-256 is ")
        .hasMessageEndingWith("; restore the file or prepare again");
  }

  @Test
  void refusesATargetWithoutAValue() {
    List<TypedRow> rows = rows(6);
    rows.forEach(row -> row.numbers[1] = Double.NaN);
    TrainRows train = TrainSplit.of(PartedRows.whole(LAYOUT, rows));

    assertThatThrownBy(() -> fit(train, config(Features.ALL, NO_LIMIT), new ArrayList<>()))
        .isInstanceOf(WinnowException.class)
        .hasMessageStartingWith("column 'income': every cell of train is missing");
  }

  private static TrainRows whole(int rows) {
    return TrainSplit.of(PartedRows.whole(LAYOUT, rows(rows)));
  }
}
