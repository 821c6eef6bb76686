package io.winnow.train.round;

import io.winnow.train.feed.Minibatches;
import io.winnow.train.feed.Shard;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag;

/**
 * What a worker is to do in a round.
 *
 * <p>It is Spark's own kind of function, and run as such: {@code map} and {@code collect} wrap what
 * they are given, and the wrappers' whole classes are parsed anew in every round.
 *
 * @param training tells trainings in the same executors apart
 * @param architecture Deeplearning4j's JSON of the network
 * @param first position of the round's first minibatch within the epoch
 * @param count minibatches of the round; a worker whose shard ends runs fewer
 * @param iteration updates made before
 * @param state the average of the last round
 */
record RoundCall(
    String training,
    Broadcast<String> architecture,
    Minibatches minibatches,
    int first,
    int count,
    int iteration,
    Broadcast<byte[]> state)
    implements Function2<TaskContext, Iterator<Shard>, WorkerShare>, Serializable {
  private static final long serialVersionUID = 1L;

  /** Runs the round: the shares of the workers, in slot order. */
  List<WorkerShare> run(JavaRDD<Shard> shards) {
    SparkContext spark = shards.context();
    ClassTag<WorkerShare> share = ClassTag.apply(WorkerShare.class);
    return List.of((WorkerShare[]) spark.runJob(shards.rdd(), this, share));
  }

  @Override
  public WorkerShare apply(TaskContext task, Iterator<Shard> shards) {
    return WorkerSlots.train(this, shards.next(), WorkerPlace.gpu());
  }
}
