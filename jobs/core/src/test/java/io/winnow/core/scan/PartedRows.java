package io.winnow.core.scan;

import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowBlockBuilder;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.statistics.JavaSerialization;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows in memory, dealt out to parts that are scanned one by one: every part has its own copy of
 * the empty state, which is sent there and back, and hands out its rows in one reused object.
 */
public record PartedRows(RowLayout layout, List<List<TypedRow>> parts, Form form) implements Rows {

  /** How a state is given its rows. */
  public enum Form {
    ROWS,
    BATCHES
  }

  /** Parts that are handed out row by row. */
  public PartedRows(RowLayout layout, List<List<TypedRow>> parts) {
    this(layout, parts, Form.ROWS);
  }

  /** All rows in one part, in their order. */
  public static PartedRows whole(RowLayout layout, List<TypedRow> rows) {
    return new PartedRows(layout, List.of(rows));
  }

  /** The rows shuffled and dealt to parts, of which some may get nothing. */
  public static PartedRows dealt(RowLayout layout, List<TypedRow> rows, int parts) {
    Random random = new Random(parts);
    List<TypedRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    List<List<TypedRow>> dealt =
        Stream.<List<TypedRow>>generate(ArrayList::new).limit(parts).toList();
    shuffled.forEach(row -> dealt.get(random.nextInt(parts)).add(row));
    return new PartedRows(layout, dealt);
  }

  /** The same rows in several ways: as they are, and shuffled in parts, by row and in batches. */
  public static Stream<PartedRows> everyWay(RowLayout layout, List<TypedRow> rows) {
    return Stream.concat(
        Stream.of(whole(layout, rows)),
        IntStream.of(1, 2, 7)
            .mapToObj(parts -> dealt(layout, rows, parts))
            .flatMap(dealt -> Stream.of(dealt, new PartedRows(layout, dealt.parts, Form.BATCHES))));
  }

  @Override
  public <S extends RowState<S>> S scan(S zero) {
    S merged = JavaSerialization.copy(zero);
    for (List<TypedRow> part : parts) {
      S state = JavaSerialization.copy(zero);
      switch (form) {
        case ROWS -> addRows(state, part);
        case BATCHES -> addBatches(state, part);
      }
      merged.merge(JavaSerialization.copy(state));
    }
    return merged;
  }

  private void addRows(RowState<?> state, List<TypedRow> part) {
    TypedRow reused = new TypedRow(layout);
    for (TypedRow row : part) {
      System.arraycopy(row.numbers, 0, reused.numbers, 0, row.numbers.length);
      System.arraycopy(row.texts, 0, reused.texts, 0, row.texts.length);
      reused.hash = row.hash;
      reused.key = row.key;
      reused.group = row.group;
      state.add(reused);
    }
  }

  private void addBatches(RowState<?> state, List<TypedRow> part) {
    RowBlockBuilder builder = new RowBlockBuilder(layout);
    for (TypedRow row : part) {
      builder.add(row);
      if (builder.isFull()) {
        state.add(new RowBatch(builder.build(), layout));
      }
    }
    state.add(new RowBatch(builder.build(), layout));
  }
}
