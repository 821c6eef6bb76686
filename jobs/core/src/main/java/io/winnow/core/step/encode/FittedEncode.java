package io.winnow.core.step.encode;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.winnow.core.step.encode.SlotName.Source;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How the cells of one column become features. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "strategy")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FittedEncode.OneHot.class, name = "oneHot"),
  @JsonSubTypes.Type(value = FittedEncode.Ordinal.class, name = "ordinal"),
  @JsonSubTypes.Type(value = FittedEncode.Hash.class, name = "hash")
})
public sealed interface FittedEncode extends Serializable
    permits FittedEncode.OneHot, FittedEncode.Ordinal, FittedEncode.Hash {

  /** Text of missing cells in feature names. */
  String MISSING = "<missing>";

  /** Text of rare categories in feature names. */
  String RARE = "<rare>";

  /** The features of a column of that name, in their order. */
  List<SlotName> slots(String column);

  /** An encoder whose first feature has that position. */
  CategoryEncoder encoder(String column, int first);

  private static void addMissing(MissingSlot missing, String column, List<SlotName> slots) {
    switch (missing) {
      case LAST -> slots.add(new SlotName(column + "=" + MISSING, Source.OWN));
      case NONE -> {}
    }
  }

  /**
   * A slot for each category, then one for rare categories and one for missing cells where train
   * has any. A category that train does not have sets none.
   *
   * @param categories texts of train in the order of their slots: frequency descending, ties
   *     alphabetical
   * @param rare texts of train that share a slot, in the same order
   */
  record OneHot(
      Unseen unseen,
      List<String> categories,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> rare,
      MissingSlot missing)
      implements FittedEncode {
    /** Files of the first release know of no rare categories. */
    public OneHot(
        Unseen unseen, List<String> categories, @Nullable List<String> rare, MissingSlot missing) {
      this.unseen = unseen;
      this.categories = categories;
      this.rare = rare == null ? List.of() : rare;
      this.missing = missing;
    }

    @Override
    public List<SlotName> slots(String column) {
      List<SlotName> slots = new ArrayList<>();
      categories.forEach(text -> slots.add(new SlotName(column + "=" + text, Source.CATEGORY)));
      if (!rare.isEmpty()) {
        slots.add(new SlotName(column + "=" + RARE, Source.OWN));
      }
      addMissing(missing, column, slots);
      return slots;
    }

    @Override
    public CategoryEncoder encoder(String column, int first) {
      OneHotSlots slots = new OneHotSlots(column, this);
      return (text, effects, features) -> {
        int slot = slots.slot(text, effects);
        if (slot >= 0) {
          features.add(first + slot, 1);
        }
      };
    }
  }

  /**
   * One feature: of n categories the first is 0 and the last n - 1, a missing cell is n, and a
   * category that train does not have is n + 1.
   *
   * @param categories texts of train by their codes: frequency descending, ties alphabetical
   * @param missing whether train has missing cells that nothing fills; if not, one counts as unseen
   */
  record Ordinal(Unseen unseen, List<String> categories, MissingSlot missing)
      implements FittedEncode {
    @Override
    public List<SlotName> slots(String column) {
      return List.of(new SlotName(column, Source.OWN));
    }

    @Override
    public CategoryEncoder encoder(String column, int first) {
      OrdinalCodes codes = new OrdinalCodes(column, this);
      return (text, effects, features) -> features.add(first, codes.code(text, effects));
    }
  }

  /**
   * A fixed number of slots, then one for missing cells where train has any. There is no vocabulary
   * and no unseen category: every text has a slot, which others may share.
   */
  record Hash(int buckets, MissingSlot missing) implements FittedEncode {
    @Override
    public List<SlotName> slots(String column) {
      List<SlotName> slots = new ArrayList<>();
      IntStream.range(0, buckets)
          .forEach(bucket -> slots.add(new SlotName(column + "=#" + bucket, Source.OWN)));
      addMissing(missing, column, slots);
      return slots;
    }

    @Override
    public CategoryEncoder encoder(String column, int first) {
      HashSlots slots = new HashSlots(column, this);
      return (text, effects, features) -> {
        int slot = slots.slot(text, effects);
        if (slot >= 0) {
          features.add(first + slot, 1);
        }
      };
    }
  }
}
