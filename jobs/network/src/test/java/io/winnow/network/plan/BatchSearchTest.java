package io.winnow.network.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchSearchTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 63, 64, 65, 1000, 524_289, 1_048_575, 1_048_576})
  void theLargestThatFitsIsFound(int largest) {
    assertThat(BatchSearch.largest(batch -> batch <= largest)).isEqualTo(largest);
  }

  @Test
  void nothingAboveTheLimitIsTried() {
    Set<Integer> tried = new TreeSet<>();

    assertThat(BatchSearch.largest(tried::add)).isEqualTo(1_048_576);
    assertThat(tried).hasSize(21).allMatch(batch -> batch <= 1_048_576);
  }

  @Test
  void withADentTheResultStillFits() {
    assertThat(BatchSearch.largest(batch -> batch <= 100 && batch != 64)).isEqualTo(63);
  }
}
