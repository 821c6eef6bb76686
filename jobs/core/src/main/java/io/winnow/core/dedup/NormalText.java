package io.winnow.core.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text as near-duplicates are compared by: in lower case, where letters, digits and
 * marks make words and every other character parts them.
 */
final class NormalText {
  private NormalText() {}

  /** The words in their order, each as its Unicode code points. */
  static List<int[]> words(String text) {
    int[] points = text.toLowerCase(Locale.ROOT).codePoints().toArray();
    List<int[]> words = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= points.length; i++) {
      if (i == points.length || !isPartOfWord(points[i])) {
        if (i > begin) {
          words.add(Arrays.copyOfRange(points, begin, i));
        }
        begin = i + 1;
      }
    }
    return words;
  }

  private static boolean isPartOfWord(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> Character.isLetterOrDigit(point);
    };
  }
}
