package io.winnow.prepare.block;

import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.scan.RowState;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import scala.Function2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag;

/**
 * What a task of a scan does.
 *
 * <p>It is Spark's own kind of function, and run as such: {@code mapPartitions} and {@code reduce}
 * wrap what they are given, and the wrappers' whole classes are parsed anew in every scan.
 *
 * @param zero the empty state; every task deserialises its own copy of it
 */
record BlockScan<S extends RowState<S>>(S zero, RowLayout layout)
    implements Function2<TaskContext, Iterator<RowBlock>, RowState<?>>, Serializable {
  private static final long serialVersionUID = 1L;

  /** The states of the partitions, in their order. */
  List<S> states(JavaRDD<RowBlock> blocks) {
    ClassTag<RowState<?>> state = ClassTag.apply(RowState.class);
    List<S> states = new ArrayList<>();
    for (Object each : (Object[]) blocks.context().runJob(blocks.rdd(), this, state)) {
      states.add(typed(each));
    }
    return states;
  }

  @Override
  public RowState<?> apply(TaskContext task, Iterator<RowBlock> blocks) {
    return state(JavaConverters.asJavaIterator(blocks));
  }

  /** The state of a partition. */
  S state(java.util.Iterator<RowBlock> blocks) {
    while (blocks.hasNext()) {
      zero.add(new RowBatch(blocks.next(), layout));
    }
    return zero;
  }

  @SuppressWarnings("unchecked") // Tasks give back what they were given.
  private S typed(Object state) {
    return (S) state;
  }
}
