package io.winnow.prepare.write;

import io.winnow.core.pipeline.FeatureBuffer;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.pipeline.RowOutcome;
import io.winnow.core.pipeline.RowTransformer;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.split.Split;
import io.winnow.core.split.SplitAssignment;
import io.winnow.prepare.block.SparkRows;
import java.io.Serializable;
import java.util.stream.IntStream;

/** The rows of test that a pipeline prepares: those that none of its steps leaves out. */
record TestRows(FittedPipeline pipeline, RowLayout layout, SplitAssignment splits)
    implements Serializable {

  /**
   * Picks them.
   *
   * @param rows of all splits, without fills from neighbours
   */
  SparkRows of(SparkRows rows) {
    return new SparkRows(rows.blocks().map(block -> block.kept(prepared(block))), layout);
  }

  private int[] prepared(RowBlock block) {
    RowTransformer transformer = RowTransformer.ofOutcomes(pipeline, layout);
    FeatureBuffer features = transformer.buffer();
    CellEffects effects = new CellEffects();
    TypedRow row = new TypedRow(layout);
    TypedRow probe = new TypedRow(layout, splits.columns(layout));
    return IntStream.range(0, block.size())
        .filter(
            index -> {
              block.read(index, probe);
              if (splits.of(probe).orElse(null) != Split.TEST) {
                return false;
              }
              block.read(index, row);
              return transformer.transform(row, Split.TEST, effects, features)
                  == RowOutcome.PREPARED;
            })
        .toArray();
  }
}
