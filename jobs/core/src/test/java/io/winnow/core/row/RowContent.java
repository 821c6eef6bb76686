package io.winnow.core.row;

import io.winnow.core.hash.Hash128;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy of a row, equal to the bit: NaN equals NaN, and -0.0 differs from 0.0. */
record RowContent(
    List<Double> numbers,
    List<@Nullable String> texts,
    Hash128 hash,
    Hash128 key,
    @Nullable Hash128 group) {
  static RowContent of(TypedRow row) {
    return new RowContent(
        Arrays.stream(row.numbers).boxed().toList(),
        Collections.unmodifiableList(new ArrayList<>(Arrays.asList(row.texts))),
        row.hash,
        row.key,
        row.group);
  }
}
