package io.winnow.core.step.pca;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.library.LibraryFits;
import io.winnow.core.library.PrincipalComponents;
import io.winnow.core.manifest.Warning;
import io.winnow.core.scan.MomentsState;
import io.winnow.core.scan.Rows;
import io.winnow.core.step.pca.FittedPca.Component;
import io.winnow.core.step.pca.FittedPca.Input;
import io.winnow.core.step.select.EncodedRows;
import io.winnow.core.step.select.EncodedRows.Feature;
import io.winnow.core.step.select.EncodedRows.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the principal components of numeric train features: the eigenvectors of their covariance,
 * as scikit-learn's PCA defines them. The exact means are subtracted before the library sees a
 * value, since MLlib's model would project without. Of the two signs of a direction the one is
 * taken whose loading of greatest absolute value is above 0; of loadings that are as great but for
 * 1e-9 the first decides, so that rounding does not.
 */
public final class PcaFitter {
  /** A direction with a smaller share of the variance is made up of rounding errors. */
  private static final double LEAST_SHARE = 1e-12;

  private static final double ALIKE = 1 - 1e-9;

  private final PcaConfig config;
  private final EncodedRows rows;
  private final List<Feature> features;
  private final int[] inputs;

  private PcaFitter(PcaConfig config, EncodedRows rows) {
    this.config = config;
    this.rows = rows;
    features = rows.features();
    inputs = IntStream.range(0, features.size()).filter(i -> isInput(features.get(i))).toArray();
  }

  /**
   * Fits the components.
   *
   * @param rows of train, scaled and selected
   * @param warnings added to when train spans fewer components than are declared
   * @throws WinnowException when there are too few or too many features, or train has not enough
   *     rows or no variance
   */
  public static FittedPca fit(
      PcaConfig config, EncodedRows rows, LibraryFits library, List<Warning> warnings) {
    return new PcaFitter(config, rows).fit(library, warnings);
  }

  private boolean isInput(Feature feature) {
    List<String> columns = config.columns();
    return feature.kind() == Kind.NUMBER && (columns == null || columns.contains(feature.column()));
  }

  private FittedPca fit(LibraryFits library, List<Warning> warnings) {
    Integer declared = config.components();
    if (inputs.length > config.maxFeatures()) {
      throw WinnowException.data(
          "pca: %d numeric features are more than pca.maxFeatures=%d; the driver holds their squared number several times; name some in pca.columns, or raise the limit"
              .formatted(inputs.length, config.maxFeatures()));
    }
    if (inputs.length == 0 || (declared != null && declared > inputs.length)) {
      throw WinnowException.data(
          "pca.components: %s of %d numeric features that are left; lower it, or loosen select"
              .formatted(declared == null ? "a share of the variance" : declared, inputs.length));
    }
    double[] means = means();
    int count = declared == null ? inputs.length : declared;
    PrincipalComponents found = rows.components(library, inputs, means, count);
    int kept = kept(found, declared, warnings);
    return fitted(means, found, kept);
  }

  private double[] means() {
    Rows table = rows.numbers();
    int[] numbers =
        IntStream.range(0, features.size())
            .filter(i -> features.get(i).kind() == Kind.NUMBER)
            .toArray();
    MomentsState moments =
        table.scan(
            new MomentsState(table.layout(), table.layout().numbers().subList(0, numbers.length)));
    double[] means = new double[inputs.length];
    double variance = 0;
    int next = 0;
    long count = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (next < inputs.length && numbers[i] == inputs[next]) {
        count = moments.moments(i).count();
        checkRows(count);
        means[next] = moments.moments(i).mean();
        variance += moments.moments(i).variance(0);
        next++;
      }
    }
    if (!(variance > 0)) {
      throw WinnowException.data(
          "pca: none of the %d numeric features varies in the %d rows of train; remove pca"
              .formatted(inputs.length, count));
    }
    return means;
  }

  private void checkRows(long count) {
    Integer declared = config.components();
    long least = declared == null ? 2 : declared + 1L;
    if (count < least) {
      throw WinnowException.data(
          declared == null
              ? "pca.variance: %d rows of train do not vary; give train more rows, or remove pca"
                  .formatted(count)
              : "pca.components: %d from %d rows of train, which span %d at most; lower it, or give train more rows"
                  .formatted(declared, count, Math.max(0, count - 1)));
    }
  }

  private int kept(PrincipalComponents found, @Nullable Integer declared, List<Warning> warnings) {
    double sum = 0;
    for (int i = 0; i < found.explained().size(); i++) {
      double share = found.explained().get(i);
      if (!(share > LEAST_SHARE)) {
        if (declared != null) {
          warnings.add(
              new Warning(
                  "PCA_RANK",
                  "pca.components: the numeric features of train have rank %d, so %d of the declared %d components are left out; lower it"
                      .formatted(i, declared - i, declared)));
        }
        return i;
      }
      sum += share;
      Double wanted = config.variance();
      if (wanted != null && sum > wanted) {
        return i + 1;
      }
    }
    return found.explained().size();
  }

  private FittedPca fitted(double[] means, PrincipalComponents found, int kept) {
    Set<String> taken = new HashSet<>();
    features.forEach(feature -> taken.add(feature.name()));
    List<Input> from = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      from.add(new Input(features.get(inputs[i]).name(), means[i]));
    }
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < kept; i++) {
      components.add(
          new Component(
              unique("pc_" + (i + 1), taken),
              found.explained().get(i),
              signed(found.directions().get(i))));
    }
    return new FittedPca(false, from, components);
  }

  private static String unique(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "#" + i;
    }
    return name;
  }

  private static List<Double> signed(List<Double> direction) {
    double greatest = direction.stream().mapToDouble(Math::abs).max().orElse(0);
    double decides =
        direction.stream()
            .filter(loading -> Math.abs(loading) >= greatest * ALIKE)
            .findFirst()
            .orElse(0.0);
    double sign = decides < 0 ? -1 : 1;
    // Adding 0 makes a negative zero a zero.
    return direction.stream().map(loading -> sign * loading + 0.0).toList();
  }
}
