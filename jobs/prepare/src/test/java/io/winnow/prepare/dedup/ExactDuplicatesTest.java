package io.winnow.prepare.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.hash.CanonicalHasher;
import io.winnow.core.hash.Hash128;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowBlockBuilder;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.TableSchema;
import io.winnow.prepare.LocalSpark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against java.util.HashSet. */
class ExactDuplicatesTest {
  private static final RowLayout LAYOUT = new RowLayout(List.of("x"), List.of());
  private static final TableSchema NO_KEY = new TableSchema("test", "", true, List.of(), List.of());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16})
  void keepsEachValueOnce(int partitions) {
    List<Double> values = new ArrayList<>();
    Random random = new Random(partitions);
    for (int i = 0; i < 20_000; i++) {
      values.add((double) random.nextInt(7_000));
    }
    List<Double> kept = values(ExactDuplicates.of(blocks(values, partitions), LAYOUT).removed());
    assertThat(kept).doesNotHaveDuplicates();
    assertThat(new HashSet<>(kept)).isEqualTo(new HashSet<>(values));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void countsTheCopiesOfEachValueOnce(int partitions) {
    Random random = new Random(partitions);
    List<Double> values = random.doubles(5_000, 0, 3_000).map(Math::floor).boxed().toList();
    Map<String, Long> expected = new HashMap<>();
    values.forEach(x -> expected.merge(hash(x).toHex(), 1L, Long::sum));
    expected.values().removeIf(rows -> rows == 1);
    expected.replaceAll((key, rows) -> rows - 1);

    List<Copies> found =
        ExactDuplicates.of(blocks(values, partitions), LAYOUT).copies(NO_KEY).collect();
    Map<String, Long> copies = new HashMap<>();
    for (Copies part : found) {
      for (int i = 0; i < part.rowKeys().size(); i++) {
        assertThat(copies.put(part.rowKeys().get(i), part.dropped().get(i))).isNull();
      }
    }
    assertThat(copies).isEqualTo(expected);
  }

  @Test
  void keepsTheRowWhoseHashIsAllZeros() {
    HashSet128 set = new HashSet128();
    assertThat(set.contains(0, 0)).isFalse();
    assertThat(set.add(0, 0)).isTrue();
    assertThat(set.add(0, 0)).isFalse();
    assertThat(set.contains(0, 0)).isTrue();
  }

  @Test
  void tellsHashesApartThatShareTheirLowHalf() {
    HashSet128 set = new HashSet128();
    Set<Hash128> reference = new HashSet<>();
    Random random = new Random(5);
    for (int i = 0; i < 50_000; i++) {
      long high = random.nextInt(200);
      long low = random.nextInt(300);
      assertThat(set.add(high, low)).isEqualTo(reference.add(new Hash128(high, low)));
    }
    reference.forEach(hash -> assertThat(set.contains(hash.high(), hash.low())).isTrue());
    assertThat(set.contains(200, 1)).isFalse();
  }

  @Test
  void remembersTheFirstValueOfAHash() {
    HashMap128 map = new HashMap128();
    Map<Hash128, Integer> reference = new HashMap<>();
    Random random = new Random(6);
    for (int i = 0; i < 50_000; i++) {
      Hash128 hash = new Hash128(random.nextInt(200), random.nextInt(300));
      int value = random.nextInt(9);
      Integer before = reference.putIfAbsent(hash, value);
      assertThat(map.putIfAbsent(hash.high(), hash.low(), value))
          .isEqualTo(before == null ? HashMap128.ABSENT : before);
    }
  }

  private static Hash128 hash(double value) {
    return new CanonicalHasher().reset().number(value).finish();
  }

  private static JavaRDD<RowBlock> blocks(List<Double> values, int partitions) {
    return new JavaSparkContext(LocalSpark.session().sparkContext())
        .parallelize(values, partitions)
        .mapPartitions(
            part -> {
              List<RowBlock> blocks = new ArrayList<>();
              RowBlockBuilder builder = new RowBlockBuilder(LAYOUT);
              TypedRow row = new TypedRow(LAYOUT);
              while (part.hasNext()) {
                row.numbers[0] = part.next();
                row.hash = hash(row.numbers[0]);
                row.key = row.hash;
                builder.add(row);
                if (builder.isFull()) {
                  blocks.add(builder.build());
                }
              }
              blocks.add(builder.build());
              return blocks.iterator();
            });
  }

  private static List<Double> values(JavaRDD<RowBlock> blocks) {
    return blocks
        .flatMap(
            block -> {
              List<Double> values = new ArrayList<>();
              TypedRow row = new TypedRow(LAYOUT);
              for (int i = 0; i < block.size(); i++) {
                block.read(i, row);
                values.add(row.numbers[0]);
              }
              return values.iterator();
            })
        .collect();
  }
}
