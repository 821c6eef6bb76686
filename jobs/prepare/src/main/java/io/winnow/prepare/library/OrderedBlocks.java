package io.winnow.prepare.library;

import io.winnow.core.hash.Hash128;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowBlockBuilder;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.RowStep;
import io.winnow.core.scan.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Rows in one partition, by key and then by hash; rows alike in both are alike in every cell. */
final class OrderedBlocks {
  private OrderedBlocks() {}

  /** Where a row stands. */
  private record Place(Hash128 key, Hash128 hash, RowBlock block, int index) {}

  /**
   * Orders rows.
   *
   * @param rows those of an RDD, after any steps; few enough for one task
   * @param columns whose cells are kept
   */
  static JavaRDD<RowBlock> of(Rows rows, ColumnSet columns) {
    SteppedBlocks source = SteppedBlocks.of(rows);
    RowLayout layout = source.layout();
    List<RowStep> steps = source.steps();
    // Not repartition(1): Spark takes its outcome for one that depends on the order of its input,
    // and gives up when it has to repeat it.
    return source
        .blocks()
        .mapPartitions(blocks -> left(blocks, layout, steps, columns))
        .mapToPair(block -> new Tuple2<>(0, block))
        .partitionBy(new HashPartitioner(1))
        .values()
        .mapPartitions(blocks -> ordered(blocks, layout, columns));
  }

  private static Iterator<RowBlock> left(
      Iterator<RowBlock> blocks, RowLayout layout, List<RowStep> steps, ColumnSet columns) {
    CellEffects ignored = new CellEffects();
    TypedRow row = new TypedRow(layout, columns);
    Packing packed = new Packing(layout);
    while (blocks.hasNext()) {
      RowBatch batch = new RowBatch(blocks.next(), layout);
      steps.forEach(step -> step.apply(batch, ignored));
      for (int i = 0; i < batch.size(); i++) {
        batch.read(i, row);
        packed.add(row);
      }
    }
    return packed.blocks().iterator();
  }

  private static Iterator<RowBlock> ordered(
      Iterator<RowBlock> blocks, RowLayout layout, ColumnSet columns) {
    List<Place> places = new ArrayList<>();
    TypedRow hashes = new TypedRow(layout, ColumnSet.none());
    while (blocks.hasNext()) {
      RowBlock block = blocks.next();
      for (int i = 0; i < block.size(); i++) {
        block.read(i, hashes);
        places.add(new Place(hashes.key, hashes.hash, block, i));
      }
    }
    places.sort(Comparator.comparing(Place::key).thenComparing(Place::hash));
    TypedRow row = new TypedRow(layout, columns);
    Packing packed = new Packing(layout);
    for (Place place : places) {
      place.block().read(place.index(), row);
      packed.add(row);
    }
    return packed.blocks().iterator();
  }

  /** Rows on their way into full blocks. */
  private static final class Packing {
    private final RowBlockBuilder builder;
    private final List<RowBlock> built = new ArrayList<>();

    Packing(RowLayout layout) {
      builder = new RowBlockBuilder(layout);
    }

    void add(TypedRow row) {
      if (builder.isFull()) {
        built.add(builder.build());
      }
      builder.add(row);
    }

    List<RowBlock> blocks() {
      if (!builder.isEmpty()) {
        built.add(builder.build());
      }
      return built;
    }
  }
}
