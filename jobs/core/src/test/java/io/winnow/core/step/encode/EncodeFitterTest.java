package io.winnow.core.step.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.split.TrainRows;
import io.winnow.core.statistics.GoldenCases;
import io.winnow.core.step.StepTable;
import io.winnow.core.step.encode.EncodeConfig.ColumnEncode;
import io.winnow.core.step.impute.FittedImputes;
import io.winnow.core.step.impute.ImputeConfig;
import io.winnow.core.step.impute.ImputeConfig.ColumnImpute;
import io.winnow.core.step.impute.ImputeFitter;
import io.winnow.core.step.impute.ImputeStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EncodeFitterTest {
  /** c three times, a and b twice, d and e once, one cell missing. */
  private static final StepTable TABLE =
      new StepTable().text("t", "b", "c", "d", null, "a", "c", "b", "e", "a", "c");

  private final CellEffects effects = new CellEffects();

  @Test
  void theVocabularyIsByFrequencyAndThenAlphabeticalHoweverTheRowsAreDealtOut() {
    assertThat(TABLE.everyWay().map(train -> fit(config(1, null), train, ImputeStrategy.NONE)))
        .allSatisfy(
            fitted ->
                assertThat(fitted)
                    .isEqualTo(
                        new FittedEncode.OneHot(
                            Unseen.ZEROS,
                            List.of("c", "a", "b", "d", "e"),
                            List.of(),
                            MissingSlot.LAST)));
  }

  @Test
  void rareAreThoseBelowTheFrequencyAndThoseBeyondTheGreatestNumber() {
    assertRare(config(2, null), List.of("c", "a", "b"), List.of("d", "e"));
    assertRare(config(1, 2), List.of("c", "a"), List.of("b", "d", "e"));
    assertRare(config(3, 2), List.of("c"), List.of("a", "b", "d", "e"));
    assertRare(config(9, null), List.of(), List.of("c", "a", "b", "d", "e"));
    assertRare(config(1, 5), List.of("c", "a", "b", "d", "e"), List.of());
  }

  private static void assertRare(EncodeConfig config, List<String> categories, List<String> rare) {
    assertThat(fit(config, TABLE.train(), ImputeStrategy.NONE))
        .isEqualTo(new FittedEncode.OneHot(Unseen.ZEROS, categories, rare, MissingSlot.LAST));
  }

  @Test
  void whatFillsMissingCellsCountsAsACategory() {
    assertThat(fit(config(2, null), TABLE.train(), ImputeStrategy.SENTINEL))
        .isEqualTo(
            new FittedEncode.OneHot(
                Unseen.ZEROS,
                List.of("c", "a", "b"),
                List.of("<missing>", "d", "e"),
                MissingSlot.NONE));
  }

  @Test
  void missingRareAndUnseenAreThreeThings() {
    FittedEncode fitted = fit(config(2, null), TABLE.train(), ImputeStrategy.NONE);

    assertThat(fitted.slots("t"))
        .extracting(SlotName::name)
        .containsExactly("t=c", "t=a", "t=b", "t=<rare>", "t=<missing>");
    assertThat(encoded(fitted, "c", "b", "d", "e", null, "z"))
        .containsExactly("0:1.0", "2:1.0", "3:1.0", "3:1.0", "4:1.0", "");
    assertThat(effects.cells(Effect.RARE)).isEqualTo(Map.of("t", 2L));
    assertThat(effects.unseenExamples()).isEqualTo(Map.of("t", "z"));
  }

  @Test
  void anOrdinalCodeIsThePlaceInTheVocabularyAndMissingAndUnseenComeAfterIt() {
    EncodeConfig ordinal = strategy(EncodeStrategy.ORDINAL);
    FittedEncode fitted = fit(ordinal, TABLE.train(), ImputeStrategy.NONE);

    assertThat(fitted.slots("t")).extracting(SlotName::name).containsExactly("t");
    assertThat(encoded(fitted, "c", "a", "e", null, "z", "y"))
        .containsExactly("0:0.0", "0:1.0", "0:4.0", "0:5.0", "0:6.0", "0:6.0");
    assertThat(effects.cells(Effect.UNSEEN)).isEqualTo(Map.of("t", 2L));
    assertThat(effects.unseenExamples()).isEqualTo(Map.of("t", "y"));

    FittedEncode whole = fit(ordinal, new StepTable().text("t", "a").train(), ImputeStrategy.NONE);
    assertThat(encoded(whole, new String[] {null})).containsExactly("0:1.0");
    assertThat(effects.cells(Effect.UNSEEN)).isEqualTo(Map.of("t", 3L));
  }

  static Stream<Named<JsonNode>> buckets() {
    return GoldenCases.read("/encode/buckets.json");
  }

  @ParameterizedTest
  @MethodSource("buckets")
  void aBucketIsThatOfASecondImplementation(JsonNode golden) {
    int size = golden.get("buckets").intValue();
    HashSlots slots =
        new HashSlots(golden.get("column").asText(), new FittedEncode.Hash(size, MissingSlot.LAST));
    int[] found =
        GoldenCases.stream(golden.get("texts"))
            .mapToInt(text -> slots.slot(text.asText(), effects))
            .toArray();

    assertThat(found)
        .isEqualTo(
            GoldenCases.stream(golden.get("expected")).mapToInt(JsonNode::intValue).toArray());
    assertThat(slots.slot(null, effects)).isEqualTo(size);
  }

  @Test
  void aHashedColumnKnowsMissingCellsOnlyWhereTrainHasThem() {
    EncodeConfig hash =
        new EncodeConfig(
            EncodeStrategy.ONE_HOT,
            Unseen.ZEROS,
            1,
            null,
            64,
            Map.of("t", new ColumnEncode(EncodeStrategy.HASH, null, null, 3)));

    assertThat(fit(hash, TABLE.train(), ImputeStrategy.NONE))
        .isEqualTo(new FittedEncode.Hash(3, MissingSlot.LAST));
    FittedEncode filled = fit(hash, TABLE.train(), ImputeStrategy.MODE);
    assertThat(filled).isEqualTo(new FittedEncode.Hash(3, MissingSlot.NONE));
    assertThat(filled.slots("t"))
        .extracting(SlotName::name)
        .containsExactly("t=#0", "t=#1", "t=#2");
    assertThat(encoded(filled, new String[] {null})).containsExactly("");
    assertThat(effects.cells(Effect.UNSEEN)).isEqualTo(Map.of("t", 1L));
  }

  @ParameterizedTest
  @EnumSource(EncodeStrategy.class)
  void everyEncodingIsReadBackFromItsJson(EncodeStrategy strategy) throws IOException {
    FittedEncode fitted = fit(strategy(strategy), TABLE.train(), ImputeStrategy.NONE);
    byte[] json = Json.MAPPER.writerFor(FittedEncode.class).writeValueAsBytes(fitted);

    assertThat(Json.MAPPER.readValue(json, FittedEncode.class)).isEqualTo(fitted);
    assertThat(Json.MAPPER.readTree(json).get("strategy"))
        .isEqualTo(Json.MAPPER.valueToTree(strategy));
  }

  private List<String> encoded(FittedEncode fitted, @Nullable String... cells) {
    CategoryEncoder encoder = fitted.encoder("t", 0);
    List<String> encoded = new ArrayList<>();
    for (String cell : cells) {
      StringBuilder features = new StringBuilder();
      encoder.encode(
          cell, effects, (index, value) -> features.append(index).append(':').append(value));
      encoded.add(features.toString());
    }
    return encoded;
  }

  private static FittedEncode fit(EncodeConfig config, TrainRows train, ImputeStrategy strategy) {
    ImputeConfig impute =
        new ImputeConfig(
            ImputeStrategy.MEDIAN,
            ImputeStrategy.NONE,
            false,
            Map.of("t", new ColumnImpute(strategy, null, null)),
            StepTable.NEIGHBOURS,
            StepTable.PREDICTORS,
            StepTable.NO_COMPARISON);
    FittedImputes fitted =
        ImputeFitter.fit(impute, train, List.of(), List.of("t"), new ArrayList<>());
    return EncodeFitter.fit(
        config, "t", fitted.vocabularies().get("t"), fitted.categories().get("t"));
  }

  private static EncodeConfig config(long minFrequency, @Nullable Integer maxCategories) {
    return new EncodeConfig(
        EncodeStrategy.ONE_HOT, Unseen.ZEROS, minFrequency, maxCategories, 64, Map.of());
  }

  private static EncodeConfig strategy(EncodeStrategy strategy) {
    return new EncodeConfig(strategy, Unseen.ZEROS, 1, null, 64, Map.of());
  }
}
