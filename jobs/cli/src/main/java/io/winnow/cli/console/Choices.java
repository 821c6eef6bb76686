package io.winnow.cli.console;

import io.winnow.core.config.Json;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Options whose value is one of a few names, spelt as in configuration files. */
public final class Choices {
  private Choices() {}

  /** Makes a command understand the names of an enum. */
  public static <E extends Enum<E>> void register(CommandLine command, Class<E> type) {
    command.registerConverter(type, text -> parse(type, text));
  }

  private static <E extends Enum<E>> E parse(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> name(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not one of %s".formatted(text, String.join(", ", names(type)))));
  }

  private static <E extends Enum<E>> List<String> names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Choices::name).toList();
  }

  /** The name in configuration files and manifests. */
  public static String name(Enum<?> value) {
    return Json.MAPPER.valueToTree(value).asText();
  }
}
