package io.winnow.prepare.dedup;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.winnow.core.config.NearAction;
import io.winnow.core.config.NearConfig;
import io.winnow.core.dedup.Banding;
import io.winnow.core.dedup.BandingPlan;
import io.winnow.core.dedup.PairScore;
import io.winnow.core.manifest.DedupReport.GoldReport;
import io.winnow.core.manifest.DedupReport.NearReport;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Near-duplicates: rows whose sets of shingles have a Jaccard similarity of at least the threshold,
 * and rows that such pairs connect.
 *
 * <p>Distinct sets are numbered, candidates are pairs of sets that share a bucket of a MinHash
 * band, those that are truly similar are edges, and the connected components of edges are clusters.
 * The result depends on the set of rows alone.
 */
final class NearDuplicates {
  private final SparkSession spark;
  private final JavaRDD<RowBlock> blocks;
  private final RowLayout layout;
  private final NearConfig config;
  private final @Nullable GoldPairs gold;
  private final OrderColumns order;
  private final Dataset<Row> rows;
  private final Dataset<Row> sets;
  private final long count;
  private final Banding banding;
  private final List<StoredRows> stored = new ArrayList<>();

  NearDuplicates(
      SparkSession spark,
      JavaRDD<RowBlock> blocks,
      TableSchema table,
      RowLayout layout,
      NearConfig config) {
    this.spark = spark;
    this.blocks = blocks;
    this.layout = layout;
    this.config = config;
    gold = config.gold() == null ? null : GoldPairs.read(spark, config.gold());
    order = OrderColumns.of(table, layout, config.survivor());
    ShingleSets shingles = ShingleSets.of(config, layout);
    rows = NearClusters.rows(spark, blocks, new Narrow(table, layout, order), shingles);
    sets = store(shingles.distinct(spark, blocks, layout));
    count = sets.count();
    banding = banding();
  }

  /**
   * What was found, and the blocks without the rows to delete, or with groups.
   *
   * @param blocks not evaluated yet; evaluate them before {@link #release}
   */
  record Found(JavaRDD<RowBlock> blocks, NearReport report) {}

  /**
   * Finds the clusters and does what is to be done with them.
   *
   * @param all how many rows there are
   */
  Found find(long all, AuditTable audit) {
    Dataset<Row> candidates =
        store(SimilarSets.candidates(spark, sets, count, banding, config.maxBucket()));
    Dataset<Row> edges = store(SimilarSets.verified(candidates, sets, config));
    Dataset<Row> components = store(Components.of(edges, SimilarSets.A, SimilarSets.B));
    Dataset<Row> clustered = store(NearClusters.of(rows, sets, components));
    Row clusters =
        clustered
            .selectExpr("count(distinct %s)".formatted(NearClusters.CLUSTER), "count(*)")
            .head();
    Row compared =
        candidates
            .selectExpr(
                "count_if(%s >= 0)".formatted(SimilarSets.A),
                "coalesce(sum(%s), 0L)".formatted(SimilarSets.UNCOMPARED))
            .head();
    boolean deletes = config.action() == NearAction.DELETE;
    NearReport report =
        new NearReport(
            banding.bands(),
            banding.rows(),
            all - sets.agg(coalesce(sum(ShingleSets.ROWS), lit(0L))).head().getLong(0),
            compared.getLong(0),
            edges.count(),
            clusters.getLong(0),
            clusters.getLong(1),
            deletes ? clusters.getLong(1) - clusters.getLong(0) : 0,
            compared.getLong(1),
            gold == null ? null : report(gold.score(rows, clustered)));
    return new Found(treated(clustered, audit), report);
  }

  /** Frees what was stored. */
  void release() {
    stored.forEach(StoredRows::free);
  }

  private JavaRDD<RowBlock> treated(Dataset<Row> clustered, AuditTable audit) {
    return switch (config.action()) {
      case DELETE -> {
        Dataset<Row> losers = store(losers(clustered, order));
        audit.addNear(losers);
        yield Losers.removed(blocks, layout, losers);
      }
      case KEEP -> ClusterGroups.grouped(blocks, layout, rows, clustered, stored::add);
      case FLAG -> {
        // Without declared columns the first is the row that names the cluster.
        audit.addFlagged(losers(clustered, order));
        yield ClusterGroups.grouped(blocks, layout, rows, clustered, stored::add);
      }
    };
  }

  private Dataset<Row> losers(Dataset<Row> clustered, OrderColumns by) {
    Dataset<Row> losers =
        Losers.of(clustered, by, new String[] {NearClusters.COMPONENT}, ShingleSets.ID);
    return SimilarSets.withSimilarity(
        losers, Losers.SURVIVOR + "_" + ShingleSets.ID, ShingleSets.ID, sets);
  }

  private Banding banding() {
    Integer bands = config.bands();
    Integer perBand = config.rows();
    if (bands != null && perBand != null) {
      return new Banding(bands, perBand);
    }
    return BandingPlan.of(config.threshold(), count, ShingleSets.sample(sets, BandingPlan.SAMPLE));
  }

  private static @Nullable GoldReport report(PairScore score) {
    return new GoldReport(score.gold(), score.precision(), score.recall(), score.f1());
  }

  private Dataset<Row> store(Dataset<Row> dataset) {
    return store(StoredRows.of(dataset));
  }

  private Dataset<Row> store(StoredRows made) {
    stored.add(made);
    return made.rows();
  }
}
