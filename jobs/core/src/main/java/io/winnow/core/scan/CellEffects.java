package io.winnow.core.scan;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts of what steps did to cells, by effect and column. */
public final class CellEffects implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What can happen to a cell. */
  public enum Effect {
    /** A missing cell was filled. */
    IMPUTED,
    /** A value was moved to a fence. */
    CLIPPED,
    /** A value outside the fences became the median. */
    REPLACED,
    /** A value outside the fences became missing. */
    SET_MISSING,
    /** A value outside the fences made its row be deleted. */
    OUTLIER,
    /** A missing cell made its row be dropped. */
    DROPPED,
    /** A category that is rare in train shared a slot with others. */
    RARE,
    /** A category that train does not have became all zeros. */
    UNSEEN
  }

  private final Map<Effect, Map<String, long[]>> counts = new EnumMap<>(Effect.class);
  private final TreeMap<String, String> unseen = new TreeMap<>();

  /** No effects yet. */
  public CellEffects() {
    for (Effect effect : Effect.values()) {
      counts.put(effect, new TreeMap<>());
    }
  }

  /** Counts one cell. */
  public void count(Effect effect, String column) {
    of(effect).computeIfAbsent(column, name -> new long[1])[0]++;
  }

  /**
   * Counts a cell whose category train does not have.
   *
   * @param text null is a missing cell
   */
  public void countUnseen(String column, @Nullable String text) {
    count(Effect.UNSEEN, column);
    if (text != null) {
      unseen.merge(column, text, CellEffects::smaller);
    }
  }

  private static String smaller(String left, String right) {
    return left.compareTo(right) <= 0 ? left : right;
  }

  /**
   * The first in natural order of the categories that train does not have, by column; columns whose
   * only such cells are missing are absent.
   */
  public SortedMap<String, String> unseenExamples() {
    return Collections.unmodifiableSortedMap(unseen);
  }

  /** Adds the counts of another part of the table. */
  public void merge(CellEffects other) {
    other.unseen.forEach((column, text) -> unseen.merge(column, text, CellEffects::smaller));
    for (Effect effect : Effect.values()) {
      other
          .of(effect)
          .forEach(
              (column, cells) ->
                  of(effect).computeIfAbsent(column, name -> new long[1])[0] += cells[0]);
    }
  }

  /** Cells with that effect, by column; columns without any are absent. */
  public SortedMap<String, Long> cells(Effect effect) {
    TreeMap<String, Long> cells = new TreeMap<>();
    of(effect).forEach((column, count) -> cells.put(column, count[0]));
    return cells;
  }

  private Map<String, long[]> of(Effect effect) {
    Map<String, long[]> columns = counts.get(effect);
    if (columns == null) {
      throw new IllegalStateException("no counts of " + effect);
    }
    return columns;
  }
}
