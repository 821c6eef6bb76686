package io.winnow.train.feed;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.network.build.LayerShape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;

class MinibatchesTest {
  private static final LayerShape PAIR = LayerShape.flat(2);

  @Test
  void anEpochHasEveryRowOnceInBatchesOfItsSizeAndAShortTail() {
    List<DataSet> batches = all(new Minibatches(16, 1, 0, CLASSES, null), shard(0, 33), 100);

    assertThat(batches).extracting(DataSet::numExamples).containsExactly(16, 16, 1);
    List<Float> firstFeatures = new ArrayList<>();
    for (DataSet batch : batches) {
      assertThat(batch.getFeatures().isView()).isFalse();
      assertThat(batch.getFeatures().shape()).containsExactly(batch.numExamples(), 2);
      assertThat(batch.getLabels().shape()).containsExactly(batch.numExamples(), 2);
      for (int i = 0; i < batch.numExamples(); i++) {
        float id = batch.getFeatures().getFloat(i, 0);
        firstFeatures.add(id);
        assertThat(batch.getFeatures().getFloat(i, 1)).isEqualTo(-id);
        assertThat(batch.getLabels().getFloat(i, (int) id % 2)).isEqualTo(1);
        assertThat(batch.getLabels().getFloat(i, 1 - (int) id % 2)).isZero();
      }
    }
    List<Float> sorted = firstFeatures.stream().sorted().toList();
    for (int i = 0; i < 33; i++) {
      assertThat(sorted.get(i)).isEqualTo(i);
    }
    assertThat(firstFeatures).isNotEqualTo(sorted);
  }

  @Test
  void roundsOfAnEpochContinueWhereTheLastEnded() {
    Minibatches minibatches = new Minibatches(4, 1, 0, CLASSES, null);
    Shard shard = shard(0, 30);
    List<DataSet> epoch = all(minibatches, shard, 100);
    List<DataSet> rounds = new ArrayList<>();
    for (int first = 0; first < 12; first += 3) {
      minibatches.of(shard, first, 3, PAIR).forEachRemaining(rounds::add);
    }

    assertThat(rounds).hasSize(8).isEqualTo(epoch);
    assertThat(minibatches.of(shard, 9, 3, PAIR).hasNext()).isFalse();
    assertThatThrownBy(() -> minibatches.of(shard, 9, 3, PAIR).next())
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void orderFollowsSeedEpochAndSlot() {
    int[] order = order(1, 0, 0);

    assertThat(order(1, 0, 0)).isEqualTo(order);
    assertThat(order(2, 0, 0)).isNotEqualTo(order);
    assertThat(order(1, 1, 0)).isNotEqualTo(order);
    assertThat(order(1, 0, 1)).isNotEqualTo(order);
  }

  @Test
  void aShardGivesTheOrderOfTheEpochThatIsAskedFor() {
    Shard shard = shard(0, 50);
    int[] first = shard.order(1, 0);

    assertThat(shard.order(1, 1)).isEqualTo(order(1, 1, 0));
    assertThat(shard.order(2, 1)).isEqualTo(order(2, 1, 0));
    assertThat(shard.order(1, 0)).isEqualTo(first);
  }

  @Test
  void targetsAreScaledAsTheLabelSays() {
    Iterator<DataSet> batches = new Minibatches(8, 1, 0, TARGET, null).of(shard(0, 8), 0, 1, PAIR);
    DataSet batch = batches.next();

    for (int i = 0; i < 8; i++) {
      float label = (int) batch.getFeatures().getFloat(i, 0) % 2;
      assertThat(batch.getLabels().getFloat(i, 0)).isEqualTo((label - 100) / 20);
    }
  }

  private static int[] order(long seed, int epoch, int slot) {
    return shard(slot, 50).order(seed, epoch);
  }

  private static List<DataSet> all(Minibatches minibatches, Shard shard, int count) {
    List<DataSet> all = new ArrayList<>();
    minibatches.of(shard, 0, count, PAIR).forEachRemaining(all::add);
    return all;
  }

  /** Rows with the features (i, -i) and the label i mod 2. */
  private static Shard shard(int slot, int rows) {
    List<PreparedRow> prepared = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      prepared.add(new PreparedRow("k" + i, i % 2, 1, null, new float[] {i, -i}, null));
    }
    List<FeatureBlock> blocks = new ArrayList<>();
    FeatureBlock.pack(prepared.iterator(), 2).forEachRemaining(blocks::add);
    return new ResidentShard(slot, 2, blocks);
  }
}
