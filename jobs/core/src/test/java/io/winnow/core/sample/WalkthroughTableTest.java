package io.winnow.core.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

class WalkthroughTableTest {
  private static final double[] WEIGHTS = {1.5, -2.0, 0.5, 3.0, -1.0};

  @Test
  void theTargetIsLinearPlusNoise() throws IOException {
    StringWriter csv = new StringWriter();
    SampleFacts facts = SampleTable.WALKTHROUGH.write(csv, 1_000, 1);
    List<List<String>> rows = CsvText.rows(csv.toString());

    assertThat(rows).hasSize(1_001);
    assertThat(rows.get(0)).containsExactly("x1", "x2", "x3", "x4", "x5", "y");
    assertThat(facts.rows()).isEqualTo(1_000);

    double sum = 0;
    double squares = 0;
    for (List<String> row : rows.subList(1, rows.size())) {
      double residual = Double.parseDouble(row.get(5)) - 4;
      for (int i = 0; i < WEIGHTS.length; i++) {
        residual -= WEIGHTS[i] * Double.parseDouble(row.get(i));
      }
      sum += residual;
      squares += residual * residual;
    }
    // Three standard errors of the mean and of the deviation of 1,000 normal residuals.
    assertThat(sum / 1_000).isCloseTo(0, within(3 * 0.5 / Math.sqrt(1_000)));
    assertThat(Math.sqrt(squares / 1_000)).isCloseTo(0.5, within(3 * 0.5 / Math.sqrt(2_000)));
  }

  @Test
  void theTableDependsOnRowsAndSeedOnly() throws IOException {
    assertThat(DigestUtils.sha256Hex(table(1)))
        .isEqualTo("d8f2ff845425436dfcdaf13dba33dcac9caf5919cf89e22e9ec9e10c81ac2361");
    assertThat(table(2)).isNotEqualTo(table(1));
  }

  private static String table(long seed) throws IOException {
    StringWriter csv = new StringWriter();
    SampleTable.WALKTHROUGH.write(csv, 1_000, seed);
    return csv.toString();
  }
}
