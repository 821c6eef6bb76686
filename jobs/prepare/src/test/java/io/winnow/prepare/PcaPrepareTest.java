package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.manifest.Warning;
import io.winnow.core.pipeline.FittedFeature;
import io.winnow.core.step.pca.FittedPca;
import io.winnow.core.step.pca.FittedPca.Component;
import io.winnow.core.step.pca.FittedPca.Input;
import io.winnow.prepare.Tables.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Principal components of a table: against scikit-learn, and the same in every way to run it. */
class PcaPrepareTest {
  private static final double TOLERANCE = 1e-9;
  private static final String[] MEANS = {
    "impute.numeric=mean", "impute.categorical=mode", "scale.strategy=standard"
  };

  @TempDir static Path folder;

  @Test
  void findsWhatScikitLearnFindsAndProjectsRowsAsItDoes() throws IOException {
    Prepared prepared = prepare("pca.components=4");
    JsonNode golden = PeopleTable.golden("pca.json");
    FittedPca pca = fitted(prepared);

    assertThat(pca.deterministic()).isFalse();
    assertThat(pca.inputs())
        .extracting(Input::feature)
        .containsExactly("age", "debt", "income", "wealth");
    assertThat(pca.components()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      Component component = pca.components().get(i);
      assertThat(component.explainedVarianceRatio())
          .isCloseTo(golden.get("explained").get(i).doubleValue(), within(TOLERANCE));
      for (int j = 0; j < 4; j++) {
        assertThat(component.loadings().get(j))
            .isCloseTo(golden.get("loadings").get(i).get(j).doubleValue(), within(TOLERANCE));
      }
    }
    Map<String, List<Double>> written = PeopleTable.written(prepared);
    assertThat(written).hasSize(golden.get("rows").size());
    written.forEach(
        (key, row) -> {
          for (int i = 0; i < 4; i++) {
            assertThat(row.get(row.size() - 4 + i))
                .as("pc_%d of %s", i + 1, key)
                .isCloseTo(golden.get("rows").get(key).get(i).doubleValue(), within(TOLERANCE));
          }
        });
    assertThat(names(prepared))
        .endsWith("pc_1", "pc_2", "pc_3", "pc_4")
        .doesNotContain("age", "debt", "income", "wealth")
        .contains("job=nurse");
    assertThat(prepared.result().features().components()).hasSize(4);
    assertThat(PeopleTable.alone(prepared)).isEqualTo(written);
    assertThat(PeopleTable.pipeline(prepared)).isEqualTo(prepared.result().pipeline());
  }

  @Test
  void isTheSameButForRoundingOverAnyPartitionsAndOrderOfColumns() throws IOException {
    FittedPca one = fitted(prepare("pca.components=2", "source.partitions=1"));
    FittedPca other = fitted(prepare("pca.components=2", "source.partitions=5"));
    FittedPca reversed =
        fitted(
            prepare("pca.components=2", "schema=" + PeopleTable.reversed(folder).toAbsolutePath()));

    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 4; j++) {
        double loading = one.components().get(i).loadings().get(j);
        assertThat(other.components().get(i).loadings().get(j))
            .isCloseTo(loading, within(TOLERANCE));
        assertThat(reversed.components().get(i).loadings().get(3 - j))
            .isCloseTo(loading, within(TOLERANCE));
      }
    }
  }

  /** The first two explain 0.876 of the variance, the first three 0.962. */
  @Test
  void takesAsManyComponentsAsExceedAShareOfTheVariance() {
    Prepared prepared = prepare("pca.variance=0.95", "impute.columns.debt={strategy: knn}");

    assertThat(names(prepared)).endsWith("pc_1", "pc_2", "pc_3").doesNotContain("pc_4");
  }

  @Test
  void isMadeOfDeclaredColumnsThatSelectionLeaves() {
    Prepared prepared =
        prepare("pca={components: 2, columns: [age, debt, income]}", "select.variance.min=0.1");

    assertThat(fitted(prepared).inputs())
        .extracting(Input::feature)
        .containsExactly("age", "debt", "income");
    assertThat(names(prepared)).startsWith("wealth").endsWith("pc_1", "pc_2");
    assertThatThrownBy(() -> prepare("pca.components=4", "select.correlation.max=0.8"))
        .hasMessage(
            "pca.components: 4 of 3 numeric features that are left; lower it, or loosen select");
  }

  /** Of two standardised features both loadings are √½, so rounding alone would give the sign. */
  @Test
  void ofLoadingsThatAreAlikeTheFirstIsPositive() {
    List<Component> components =
        fitted(prepare("pca={components: 2, columns: [age, income]}")).components();

    for (int i = 0; i < 2; i++) {
      assertThat(components.get(i).loadings().get(0)).isCloseTo(Math.sqrt(0.5), within(TOLERANCE));
      assertThat(Math.abs(components.get(i).loadings().get(1)))
          .isCloseTo(Math.sqrt(0.5), within(TOLERANCE));
    }
  }

  @Test
  void whatTrainDoesNotSpanIsLeftOutAndSaysSo() throws IOException {
    Path table =
        few("a,1,7,1,2,x,y,train,late", "b,2,7,2,4,x,y,train,late", "c,4,7,4,8,x,y,train,prompt");

    Prepared prepared =
        PeopleTable.prepare(folder, table, with("scale.strategy=none", "pca.components=2"));

    assertThat(names(prepared)).endsWith("pc_1");
    assertThat(fitted(prepared).components().get(0).loadings().get(1)).isZero();
    assertThat(prepared.result().warnings())
        .extracting(Warning::message)
        .contains(
            "pca.components: the numeric features of train have rank 1, so 1 of the declared 2 components are left out; lower it");
  }

  @Test
  void oneRowAndRowsThatAreAlikeAreRefused() throws IOException {
    Path one = few("a,1,7,1,2,x,y,train,late", "b,1,7,1,2,x,y,test,prompt");
    assertThatThrownBy(() -> PeopleTable.prepare(folder, one, with("pca.variance=0.9")))
        .hasMessage(
            "pca.variance: 1 rows of train do not vary; give train more rows, or remove pca");

    Path alike = few("a,1,7,1,2,x,y,train,late", "b,1,7,1,2,z,y,train,prompt");
    assertThatThrownBy(() -> PeopleTable.prepare(folder, alike, with("pca.variance=0.9")))
        .hasMessage(
            "pca: none of the 4 numeric features varies in the 2 rows of train; remove pca");
    assertThatThrownBy(() -> PeopleTable.prepare(folder, alike, with("pca.components=2")))
        .hasMessage(
            "pca.components: 2 from 2 rows of train, which span 1 at most; lower it, or give train more rows");
  }

  private static Path few(String... rows) throws IOException {
    Path table = Files.createTempFile(folder, "few", ".csv");
    return Files.writeString(
        table, PeopleTable.lines().get(0) + "\n" + String.join("\n", rows) + "\n");
  }

  private static List<String> names(Prepared prepared) {
    return prepared.result().pipeline().features().stream().map(FittedFeature::name).toList();
  }

  private static FittedPca fitted(Prepared prepared) {
    return Objects.requireNonNull(prepared.result().pipeline().pca());
  }

  private static Prepared prepare(String... settings) {
    return PeopleTable.prepare(folder, with(settings));
  }

  private static String[] with(String... settings) {
    String[] all = new String[MEANS.length + settings.length];
    System.arraycopy(MEANS, 0, all, 0, MEANS.length);
    System.arraycopy(settings, 0, all, MEANS.length, settings.length);
    return all;
  }
}
