package io.winnow.core.step.impute.knn;

import io.winnow.core.manifest.Warning;
import io.winnow.core.row.RowLayout;
import io.winnow.core.scan.Rows;
import io.winnow.core.split.TrainRows;
import io.winnow.core.step.impute.knn.FittedKnn.DonorSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Learns donors from train rows: one scan for scales and fallbacks, one for the donors, and one
 * more to measure a sample when the work budget calls for one. The budget is held against the work
 * of filling train, so that no other split has a say in what is learnt.
 */
public final class KnnFitter {
  /** Rows on which a sample is measured. */
  private static final int PROBE = 200;

  private final KnnConfig config;
  private final Rows train;
  private final KnnFeatures features;
  private final List<Warning> warnings;

  private KnnFitter(KnnConfig config, Rows train, KnnFeatures features, List<Warning> warnings) {
    this.config = config;
    this.train = train;
    this.features = features;
    this.warnings = warnings;
  }

  /**
   * Fits the columns that neighbours fill.
   *
   * @param train rows as they are after outliers are treated
   * @param warnings added to when donors are sampled
   * @throws io.winnow.core.failure.WinnowException when a target has no value in train
   */
  public static KnnImputer fit(
      KnnConfig config, TrainRows train, KnnFeatures features, List<Warning> warnings) {
    return new KnnFitter(config, train.rows(), features.used(config), warnings).fit();
  }

  private KnnImputer fit() {
    RowLayout layout = train.layout();
    int[] numbers = features.numeric().stream().mapToInt(layout::number).toArray();
    int[] texts = features.categorical().stream().mapToInt(layout::text).toArray();
    KnnState state =
        train.scan(
            new KnnState(
                numbers, texts, filled(features.numeric()), filled(features.categorical())));
    KnnColumns found = new KnnColumns(config, features);
    List<KnnColumn> columns = new ArrayList<>();
    Map<String, List<String>> categories = new TreeMap<>();
    for (int i = 0; i < numbers.length; i++) {
      columns.add(found.number(features.numeric().get(i), state.moments(i)));
    }
    for (int i = 0; i < texts.length; i++) {
      String name = features.categorical().get(i);
      List<String> known = List.copyOf(state.frequencies(i).counts().keySet());
      categories.put(name, known);
      columns.add(found.category(name, known, state.frequencies(i)));
    }
    KnnSpace space = new KnnSpace(columns);
    PointReader reader = new PointReader(space, categories, layout);
    Points donors = donors(space, reader, state);
    boolean isSample = donors.size() < state.rows();
    DonorSet set =
        new DonorSet(
            DonorFile.NAME,
            DigestUtils.sha256Hex(DonorFile.write(donors)),
            donors.size(),
            state.rows(),
            isSample ? quality(space, reader, donors, state.rows()) : null);
    return new KnnImputer(
        new FittedKnn(config.parameters(), space.columns(), categories, set), donors);
  }

  private int[] filled(List<String> names) {
    return IntStream.range(0, names.size()).filter(i -> features.isTarget(names.get(i))).toArray();
  }

  private Points donors(KnnSpace space, PointReader reader, KnnState state) {
    KnnWork work = new KnnWork(state.lacking(), state.rows(), space.dimensions());
    long most = Math.min(DonorFile.mostRows(space.size()), work.donorsWithin(config.maxWork()));
    return train.scan(new DonorState(space, reader, (int) most)).donors();
  }

  private SampleQuality quality(KnnSpace space, PointReader reader, Points donors, long rows) {
    int[] lacking =
        IntStream.range(0, donors.size())
            .filter(i -> IntStream.of(space.filled()).anyMatch(c -> donors.isMissing(i, c)))
            .limit(PROBE)
            .toArray();
    Points probe = donors.at(lacking);
    KnnParameters parameters = config.parameters();
    KnnSearch exact = train.scan(new ProbeState(space, reader, parameters, probe)).search();
    KnnSearch sampled = KnnSearch.of(space, parameters, probe);
    sampled.visit(Donors.of(space, donors));
    SampleQuality quality = SampleQuality.of(space, probe.size(), exact, sampled);
    warnings.add(
        new Warning(
            "KNN_SAMPLED",
            "impute.knn: %d of %d train rows are donors; on %d rows that lack cells the sample holds %.3f of the true neighbours, fills differ by %.3f standard deviations and %.3f of the categories; raise impute.knn.maxWork=%s for more donors"
                .formatted(
                    donors.size(),
                    rows,
                    quality.rows(),
                    quality.recall(),
                    quality.numberError(),
                    quality.categoryError(),
                    config.maxWork())));
    return quality;
  }
}
