package io.winnow.train.round;

import io.winnow.train.feed.Minibatches;
import io.winnow.train.feed.Shard;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/**
 * What a worker is to do in a round.
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
    implements Function<Shard, WorkerShare> {
  private static final long serialVersionUID = 1L;

  @Override
  public WorkerShare call(Shard shard) {
    return WorkerSlots.of(training, shard).train(this, shard);
  }
}
