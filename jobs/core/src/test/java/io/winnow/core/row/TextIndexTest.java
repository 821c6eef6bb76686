package io.winnow.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.statistics.JavaSerialization;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against java.util.HashMap. */
class TextIndexTest {
  @Test
  void findsWhatAMapFinds() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < 3000; i++) {
      numbers.put("text " + i, i % 700);
    }
    TextIndex index = JavaSerialization.copy(new TextIndex(numbers));
    Random random = new Random(1);

    assertThat(index.size()).isEqualTo(3000);
    for (int i = 0; i < 50_000; i++) {
      // A new object each time, and more texts than are remembered.
      String text = "text " + random.nextInt(4000);
      int expected = numbers.getOrDefault(text, TextIndex.ABSENT);
      assertThat(index.of(text)).isEqualTo(expected);
      assertThat(index.of(text)).isEqualTo(expected);
    }
  }

  @Test
  void tellsTextsOfOneHashApart() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    TextIndex index = new TextIndex(Map.of("Aa", 1, "BB", 2));

    assertThat(index.of("Aa")).isEqualTo(1);
    assertThat(index.of("BB")).isEqualTo(2);
    assertThat(index.of("Aa")).isEqualTo(1);
    assertThat(index.of("AaBB")).isEqualTo(TextIndex.ABSENT);
  }
}
