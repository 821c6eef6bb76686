package io.winnow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;

/** The cases of a golden file; the script that made it stands beside it. */
public final class GoldenCases {
  private static final ObjectMapper JSON = new ObjectMapper();

  private GoldenCases() {}

  /** The elements of the file's array, each named after its field {@code name} or its content. */
  public static Stream<Named<JsonNode>> read(String resource) {
    JsonNode cases = tree(resource);
    assertThat(cases).as(resource).isNotEmpty();
    return stream(cases)
        .map(each -> Named.of(each.path("name").asText(abbreviated(each.toString())), each));
  }

  /** The elements of an array. */
  public static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** An array of numbers. */
  public static double[] doubles(JsonNode array) {
    return stream(array).mapToDouble(JsonNode::doubleValue).toArray();
  }

  /** The content of a golden file. */
  public static JsonNode tree(String resource) {
    try (InputStream in = GoldenCases.class.getResourceAsStream(resource)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String abbreviated(String text) {
    return text.length() < 80 ? text : text.substring(0, 80) + "…";
  }
}
