package io.winnow.prepare.dedup;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * Connected components by alternating large-star and small-star (Kiveris, Lattanzi, Mirrokni,
 * Rastogi and Vassilvitskii, Connected Components in MapReduce and Beyond, SoCC 2014).
 *
 * <p>Large-star links every larger neighbour of a node to the smallest of its neighbours and
 * itself; small-star links the node and its smaller neighbours to the smallest of them. Neither
 * breaks or joins components or adds edges, and repeated they end in stars around the smallest node
 * of each component; the rounds grow with the logarithm of the number of nodes. No machine needs to
 * hold all edges.
 */
final class Components {
  /** A node, and of an edge the larger one. */
  static final String NODE = "node";

  /** The smallest node of the component, and of an edge the smaller one. */
  static final String ROOT = "root";

  private Components() {}

  /**
   * Every node that is not the smallest of its component, with the smallest; to be freed.
   *
   * @param edges two columns of node numbers; the nodes of an edge differ
   */
  static StoredRows of(Dataset<Row> edges, String left, String right) {
    StoredRows stars =
        StoredRows.of(
            edges
                .select(
                    greatest(col(left), col(right)).as(NODE), least(col(left), col(right)).as(ROOT))
                .distinct());
    while (!areStars(stars.rows())) {
      StoredRows next = StoredRows.of(smallStar(largeStar(stars.rows())));
      next.rows().count();
      stars.free();
      stars = next;
    }
    return stars;
  }

  private static Dataset<Row> largeStar(Dataset<Row> edges) {
    Column smallest = functions.min(ROOT).over(Window.partitionBy(NODE));
    return edges
        .select(
            explode(
                    array(
                        struct(col(NODE).as(NODE), col(ROOT).as(ROOT)),
                        struct(col(ROOT).as(NODE), col(NODE).as(ROOT))))
                .as("edge"))
        .select("edge.*")
        .withColumn("least", least(col(NODE), smallest))
        .where(col(ROOT).gt(col(NODE)))
        .select(col(ROOT).as(NODE), col("least").as(ROOT))
        .distinct();
  }

  private static Dataset<Row> smallStar(Dataset<Row> edges) {
    Column smallest = functions.min(ROOT).over(Window.partitionBy(NODE));
    return edges
        .withColumn("least", smallest)
        .select(
            explode(
                    array(
                        struct(col(NODE).as(NODE), col("least").as(ROOT)),
                        struct(col(ROOT).as(NODE), col("least").as(ROOT))))
                .as("edge"))
        .select("edge.*")
        .where(col(NODE).gt(col(ROOT)))
        .distinct();
  }

  /** Whether every node has one smaller neighbour, and none of these has one itself. */
  private static boolean areStars(Dataset<Row> edges) {
    return edges
        .select(
            explode(
                    array(
                        struct(col(NODE).as("at"), lit(1).as("up"), lit(0).as("down")),
                        struct(col(ROOT).as("at"), lit(0).as("up"), lit(1).as("down"))))
                .as("end"))
        .groupBy("end.at")
        .agg(functions.sum("end.up").as("ups"), functions.sum("end.down").as("downs"))
        .where("ups > 1 or (ups > 0 and downs > 0)")
        .isEmpty();
  }
}
