package io.winnow.core.pipeline;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.row.Reject;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.RowParser;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.split.Split;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns one raw row into features, with plain Java, as the nightly job turns a row of test: with
 * the same {@link RowParser} and {@link RowTransformer}, hence with the same bits. Not thread-safe.
 */
public final class RowFunction {
  private final RowParser parser;
  private final TypedRow row;
  private final RowTransformer transformer;
  private final FeatureBuffer features;
  private final RowResult.Features result;
  private final boolean refusesUnseen;
  private CellEffects effects = new CellEffects();

  RowFunction(RowPipeline parts) {
    TableSchema table = parts.table();
    RowLayout layout = new RowLayout(names(parts, true), names(parts, false));
    parser = new RowParser(table, layout, LabelConfig.NONE, parts.sensitive());
    row = new TypedRow(layout);
    transformer = new RowTransformer(parts.pipeline(), layout, parts.imputer());
    features = transformer.buffer();
    result = new RowResult.Features(features);
    refusesUnseen = parts.refusesUnseen();
  }

  private static List<String> names(RowPipeline parts, boolean numeric) {
    return parts.table().columns().stream()
        .filter(column -> parts.pipeline().columns().containsKey(column.name()))
        .filter(column -> column.isNumeric() == numeric)
        .map(ColumnSchema::name)
        .toList();
  }

  /**
   * Transforms one row.
   *
   * @param cells texts, numbers or other values by the order of {@link RowPipeline#columns}; null
   *     is missing
   */
  public RowResult apply(@Nullable Object[] cells) {
    Reject reject = parser.parse(cells, row);
    if (reject != null) {
      return new RowResult.Invalid(reject.reason());
    }
    RowOutcome outcome = transformer.transform(row, Split.TEST, effects, features);
    if (outcome != RowOutcome.PREPARED) {
      return new RowResult.LeftOut(outcome);
    }
    if (refusesUnseen) {
      SortedMap<String, Long> unseen = effects.cells(Effect.UNSEEN);
      if (!unseen.isEmpty()) {
        effects = new CellEffects();
        return new RowResult.Invalid(
            "column '%s': holds a category that does not occur in train"
                .formatted(unseen.firstKey()));
      }
    }
    return result;
  }
}
