package io.winnow.train.feed;

import java.io.File;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.Partition;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.scheduler.ExecutorCacheTaskLocation;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Shards in files of the executors. The first task of a shard in an executor writes its file from
 * the dealt rows, and later ones find it; Spark's own storage would keep a shard only whole. The
 * file goes with the executor, and is written anew wherever the shard is asked for next.
 */
final class StoredShards extends RDD<Shard> {
  private static final long serialVersionUID = 1L;

  private static final Map<Key, StoredShard> FILES = new ConcurrentHashMap<>();
  private static final Map<Key, Object> LOCKS = new ConcurrentHashMap<>();

  private final String id;
  private final int features;
  private transient volatile List<String> places = List.of();

  /**
   * Shards of rows that are dealt.
   *
   * @param id tells these shards from others in the same executors
   */
  StoredShards(RDD<PreparedRow> dealt, String id, int features) {
    super(dealt, tag(Shard.class));
    this.id = id;
    this.features = features;
  }

  private record Key(String id, int slot) {}

  /** Where the task in this thread is at work. */
  static String place() {
    SparkEnv env = SparkEnv.get();
    return new ExecutorCacheTaskLocation(
            env.blockManager().blockManagerId().host(), env.executorId())
        .toString();
  }

  /** Deletes the file of a shard in this executor. */
  static void release(String id, int slot) {
    Key key = new Key(id, slot);
    StoredShard shard = FILES.remove(key);
    if (shard != null) {
      shard.delete();
    }
    LOCKS.remove(key);
  }

  /** Prefers the places where the shards are, in slot order. */
  void prefer(List<String> found) {
    places = found;
  }

  @Override
  public scala.collection.Iterator<Shard> compute(Partition split, TaskContext context) {
    Key key = new Key(id, split.index());
    Shard shard;
    synchronized (LOCKS.computeIfAbsent(key, locked -> new Object())) {
      StoredShard found = FILES.get(key);
      if (found == null) {
        found = write(split, context);
        FILES.put(key, found);
      }
      shard = found;
    }
    return JavaConverters.asScalaIterator(List.of(shard).iterator());
  }

  @Override
  public Partition[] getPartitions() {
    return firstParent(tag(PreparedRow.class)).partitions();
  }

  @Override
  public Seq<String> getPreferredLocations(Partition split) {
    List<String> found = places;
    List<String> preferred =
        split.index() < found.size() ? List.of(found.get(split.index())) : List.of();
    return JavaConverters.asScalaBuffer(preferred).toSeq();
  }

  private StoredShard write(Partition split, TaskContext context) {
    File file = SparkEnv.get().blockManager().diskBlockManager().createTempLocalBlock()._2();
    RDD<PreparedRow> dealt = firstParent(tag(PreparedRow.class));
    Iterator<PreparedRow> rows = JavaConverters.asJavaIterator(dealt.iterator(split, context));
    return StoredShard.write(split.index(), features, rows, file);
  }

  private static <T> ClassTag<T> tag(Class<T> type) {
    return ClassTag$.MODULE$.apply(type);
  }
}
