package io.winnow.prepare.profile;

import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowBlockBuilder;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * Takes the values of sensitive columns out of blocks before they are kept anywhere: an observed
 * number becomes 0, an observed text becomes empty, what is missing stays missing.
 */
record MaskedBlocks(RowLayout layout, List<Integer> numbers, List<Integer> texts)
    implements FlatMapFunction<Iterator<RowBlock>, RowBlock> {

  static MaskedBlocks of(TableSchema table, RowLayout layout) {
    List<String> sensitive =
        table.columns().stream()
            .filter(column -> column.role() == Role.SENSITIVE)
            .map(ColumnSchema::name)
            .toList();
    return new MaskedBlocks(
        layout,
        sensitive.stream().map(layout::number).filter(c -> c >= 0).toList(),
        sensitive.stream().map(layout::text).filter(c -> c >= 0).toList());
  }

  boolean isNeeded() {
    return !numbers.isEmpty() || !texts.isEmpty();
  }

  @Override
  public Iterator<RowBlock> call(Iterator<RowBlock> blocks) {
    RowBlockBuilder builder = new RowBlockBuilder(layout);
    TypedRow row = new TypedRow(layout);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return blocks.hasNext();
      }

      @Override
      public RowBlock next() {
        RowBlock block = blocks.next();
        for (int i = 0; i < block.size(); i++) {
          block.read(i, row);
          mask(row);
          builder.add(row);
        }
        block.rejects().forEach(builder::reject);
        return builder.build();
      }
    };
  }

  private void mask(TypedRow row) {
    for (int column : numbers) {
      row.numbers[column] = Double.isNaN(row.numbers[column]) ? Double.NaN : 0;
    }
    for (int column : texts) {
      row.texts[column] = row.texts[column] == null ? null : "";
    }
  }
}
