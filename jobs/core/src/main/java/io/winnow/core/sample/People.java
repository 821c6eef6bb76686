package io.winnow.core.sample;

import java.util.List;

/** Names and streets, made of parts; commas in streets make a CSV writer quote them. */
final class People {
  private static final List<String> FIRST =
      List.of(
          "Ada", "Ben", "Clara", "David", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kira",
          "Liam", "Mona", "Nils", "Olga", "Paul", "Quinn", "Rosa", "Sami", "Tara", "Umut", "Vera",
          "Wim", "Xenia", "Yara", "Zoe");
  private static final List<String> LAST =
      List.of(
          "Abbott",
          "Bauer",
          "Castell",
          "Dogan",
          "Eriksen",
          "Fontana",
          "Garcia",
          "Hoffmann",
          "Ivanov",
          "Jansen",
          "Kowalski",
          "Lindqvist",
          "Moreau",
          "Novak",
          "Okafor",
          "Petrov",
          "Quist",
          "Rossi",
          "Schneider",
          "Tanaka",
          "Urban",
          "Vogel",
          "Weber",
          "Yilmaz",
          "Zimmer");
  private static final List<String> STREET =
      List.of(
          "Mill Road",
          "Station Street",
          "Church Lane",
          "Park Avenue",
          "Harbour Walk",
          "Castle Hill",
          "Meadow Close",
          "Bridge Street",
          "Garden Row",
          "Chapel Court",
          "Forest Drive",
          "Market Square");

  private People() {}

  static String name(RowRandom random) {
    return any(FIRST, random) + " " + any(LAST, random);
  }

  static String street(RowRandom random) {
    return (1 + random.below(399)) + ", " + any(STREET, random);
  }

  /** The text with two unequal neighbouring letters exchanged. */
  static String typo(String text, RowRandom random) {
    int at = 1 + random.below(text.length() - 2);
    while (text.charAt(at) == text.charAt(at + 1)) {
      at = 1 + random.below(text.length() - 2);
    }
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  private static String any(List<String> parts, RowRandom random) {
    return parts.get(random.below(parts.size()));
  }
}
