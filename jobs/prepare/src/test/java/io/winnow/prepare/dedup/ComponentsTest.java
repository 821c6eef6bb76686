package io.winnow.prepare.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.prepare.LocalSpark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Against union-find. */
class ComponentsTest {
  private static final StructType EDGE =
      new StructType().add("l", DataTypes.LongType).add("r", DataTypes.LongType);

  @Test
  void equalUnionFindOnARandomGraph() {
    Random random = new Random(11);
    List<Row> edges = new ArrayList<>();
    while (edges.size() < 900) {
      long left = random.nextInt(1_000);
      long right = random.nextInt(1_000);
      if (left != right) {
        edges.add(RowFactory.create(left, right));
      }
    }
    assertThat(components(edges)).isEqualTo(expected(edges)).isNotEmpty();
  }

  /** A path of nodes in random order, a star whose centre is the largest node, a triangle. */
  @Test
  void equalUnionFindOnAPathAndAStar() {
    List<Long> path = new ArrayList<>();
    for (long node = 0; node < 200; node++) {
      path.add(node);
    }
    Collections.shuffle(path, new Random(5));
    List<Row> edges = new ArrayList<>();
    for (int i = 1; i < path.size(); i++) {
      edges.add(RowFactory.create(path.get(i - 1), path.get(i)));
      edges.add(RowFactory.create(5_000L, 1_000L + i));
    }
    edges.add(RowFactory.create(8_001L, 8_002L));
    edges.add(RowFactory.create(8_003L, 8_002L));
    edges.add(RowFactory.create(8_001L, 8_003L));
    edges.add(RowFactory.create(8_002L, 8_001L));
    assertThat(components(edges)).isEqualTo(expected(edges));
  }

  @Test
  void withoutEdgesThereAreNone() {
    assertThat(components(List.of())).isEmpty();
  }

  private static Map<Long, Long> components(List<Row> edges) {
    StoredRows found = Components.of(LocalSpark.session().createDataFrame(edges, EDGE), "l", "r");
    Map<Long, Long> roots = new HashMap<>();
    found
        .rows()
        .collectAsList()
        .forEach(row -> assertThat(roots.put(row.getLong(0), row.getLong(1))).isNull());
    found.free();
    return roots;
  }

  private static Map<Long, Long> expected(List<Row> edges) {
    Map<Long, Long> parents = new HashMap<>();
    for (Row edge : edges) {
      long left = root(parents, edge.getLong(0));
      long right = root(parents, edge.getLong(1));
      parents.put(Math.max(left, right), Math.min(left, right));
    }
    Map<Long, Long> roots = new HashMap<>();
    for (Row edge : edges) {
      for (int end = 0; end < 2; end++) {
        long root = root(parents, edge.getLong(end));
        if (root != edge.getLong(end)) {
          roots.put(edge.getLong(end), root);
        }
      }
    }
    return roots;
  }

  private static long root(Map<Long, Long> parents, long node) {
    long at = node;
    while (parents.getOrDefault(at, at) != at) {
      at = parents.get(at);
    }
    return at;
  }
}
