package io.winnow.core.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.hash.Hash128;
import io.winnow.core.statistics.JavaSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowBlockTest {
  private static final RowLayout LAYOUT =
      new RowLayout(List.of("age", "income"), List.of("job", "city"));

  @Test
  void severalBlocksGiveBackEveryRowWithItsMissingCells() {
    Random random = new Random(5);
    List<TypedRow> rows = new ArrayList<>();
    for (int i = 0; i < 2 * RowBlock.CAPACITY + 100; i++) {
      // More texts than are kept for sharing between blocks, and hashes apart from keys now and
      // then.
      rows.add(row(random, "city " + random.nextInt(100_000), i % 3 == 0));
    }

    List<RowBlock> blocks = blocks(rows);

    assertThat(blocks)
        .extracting(RowBlock::size)
        .containsExactly(RowBlock.CAPACITY, RowBlock.CAPACITY, 100);
    assertThat(read(blocks)).isEqualTo(contents(rows));
  }

  @Test
  void keepsTheRowsThatAreAskedFor() {
    Random random = new Random(9);
    List<TypedRow> rows = new ArrayList<>();
    for (int i = 0; i < RowBlock.CAPACITY + 900; i++) {
      rows.add(row(random, "city " + i, i % 2 == 0));
    }

    List<RowBlock> kept =
        blocks(rows).stream().map(block -> block.kept(everyThird(block.size()))).toList();

    assertThat(read(kept)).isEqualTo(contents(everyThird(rows)));
    assertThat(kept.get(0).hashLow(1)).isEqualTo(rows.get(3).hash.low());
  }

  @Test
  void leavesNoRowOutOnceFillsAreComputed() {
    RowBlock block = blocks(List.of(row(new Random(3), "city", false))).get(0);
    RowBlock filled = block.withFills(List.of(new double[] {1}));

    assertThatThrownBy(() -> filled.kept(new int[0])).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aBatchShowsTheSameRowsAsTheBlock() {
    Random random = new Random(10);
    List<TypedRow> rows = new ArrayList<>();
    for (int i = 0; i < RowBlock.CAPACITY + 900; i++) {
      rows.add(row(random, "city " + i % 3000, i % 2 == 0));
    }
    Map<String, Long> counted = new TreeMap<>();
    Map<String, Long> expected = new TreeMap<>();
    List<RowContent> seen = new ArrayList<>();
    long missing = 0;

    for (RowBlock block : blocks(rows)) {
      RowBatch batch = new RowBatch(block, LAYOUT);
      batch.numbers(0); // A column that was copied out before rows leave, and others after.
      int[] kept = everyThird(batch.size());
      batch.keep(kept, kept.length);
      missing += batch.count(1, (text, times) -> counted.merge(text, times, Long::sum));
      TypedRow row = new TypedRow(LAYOUT);
      for (int i = 0; i < batch.size(); i++) {
        batch.read(i, row);
        seen.add(RowContent.of(row));
        row.texts[0] = "changed";
        batch.write(i, row);
      }
      assertThat(batch.texts(0)).containsOnly("changed");
    }

    List<TypedRow> left = everyThird(rows);
    left.stream()
        .map(row -> row.texts[1])
        .filter(Objects::nonNull)
        .forEach(text -> expected.merge(text, 1L, Long::sum));
    assertThat(seen).isEqualTo(contents(left));
    assertThat(counted).isEqualTo(expected);
    assertThat(missing).isEqualTo(left.stream().filter(row -> row.texts[1] == null).count());
  }

  private static int[] everyThird(int size) {
    return IntStream.range(0, size).filter(i -> i % 3 == 0).toArray();
  }

  /** Of each block. */
  private static List<TypedRow> everyThird(List<TypedRow> rows) {
    return IntStream.range(0, rows.size())
        .filter(i -> i % RowBlock.CAPACITY % 3 == 0)
        .mapToObj(rows::get)
        .toList();
  }

  @Test
  void arrivesElsewhereAsItWas() {
    List<TypedRow> rows = new ArrayList<>();
    Random random = new Random(6);
    for (int i = 0; i < 50; i++) {
      rows.add(row(random, "city", false));
    }

    List<RowBlock> blocks = blocks(rows).stream().map(JavaSerialization::copy).toList();

    assertThat(read(blocks)).isEqualTo(contents(rows));
    assertThat(blocks.get(0).hashHigh(49)).isEqualTo(rows.get(49).hash.high());
    assertThat(blocks.get(0).hashLow(49)).isEqualTo(rows.get(49).hash.low());
  }

  @Test
  void aBlockListsOnlyTheTextsItUses() {
    Random random = new Random(7);
    List<TypedRow> rows = new ArrayList<>();
    for (int i = 0; i < RowBlock.CAPACITY; i++) {
      rows.add(row(random, "city " + i, false));
    }
    rows.add(row(random, "city 0", false));

    RowBlock last = blocks(rows).get(1);

    assertThat(last.size()).isOne();
    assertThat(JavaSerialization.bytes(last)).hasSizeLessThan(1000);
  }

  @Test
  void groupsTakeNoSpaceWhereThereAreNone() {
    List<TypedRow> rows = new ArrayList<>();
    Random random = new Random(8);
    for (int i = 0; i < 1000; i++) {
      rows.add(row(random, "city", true));
      rows.get(i).group = rows.get(i).key;
    }
    int alone = JavaSerialization.bytes(blocks(rows).get(0)).length;
    rows.get(999).group = new Hash128(7, 1);
    int grouped = JavaSerialization.bytes(blocks(rows).get(0)).length;

    assertThat(grouped - alone).isBetween(16 * 1000, 16 * 1000 + 100);
    assertThat(read(blocks(rows)).stream().filter(row -> row.group() != null))
        .extracting(RowContent::group)
        .containsExactly(new Hash128(7, 1));
  }

  @Test
  void aBlockIsFullOfRowsOrOfRejects() {
    RowBlockBuilder builder = new RowBlockBuilder(LAYOUT);
    assertThat(builder.isEmpty()).isTrue();
    Reject reject = new Reject("age: 'x' is not a number", "age", Map.of("age", "x"));
    for (int i = 0; i < RowBlock.CAPACITY; i++) {
      assertThat(builder.isFull()).isFalse();
      builder.reject(reject);
    }
    assertThat(builder.isFull()).isTrue();
    assertThat(builder.isEmpty()).isFalse();

    RowBlock block = builder.build();
    assertThat(block.size()).isZero();
    assertThat(block.rejects()).hasSize(RowBlock.CAPACITY).containsOnly(reject);
    assertThat(builder.isEmpty()).isTrue();
    assertThat(builder.build().rejects()).isEmpty();
  }

  private static TypedRow row(Random random, String city, boolean keyed) {
    TypedRow row = new TypedRow(LAYOUT);
    row.numbers[0] = random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian();
    row.numbers[1] = -0.0;
    row.texts[0] = random.nextInt(4) == 0 ? null : "job " + random.nextInt(3);
    row.texts[1] = random.nextInt(100) == 0 ? null : city;
    row.hash = new Hash128(random.nextLong(), random.nextLong());
    row.key = keyed ? new Hash128(random.nextLong(), random.nextLong()) : row.hash;
    row.group = keyed && random.nextBoolean() ? new Hash128(7, random.nextInt(9)) : null;
    return row;
  }

  private static List<RowBlock> blocks(List<TypedRow> rows) {
    RowBlockBuilder builder = new RowBlockBuilder(LAYOUT);
    List<RowBlock> blocks = new ArrayList<>();
    TypedRow reused = new TypedRow(LAYOUT);
    for (TypedRow row : rows) {
      System.arraycopy(row.numbers, 0, reused.numbers, 0, 2);
      System.arraycopy(row.texts, 0, reused.texts, 0, 2);
      reused.hash = row.hash;
      reused.key = row.key;
      reused.group = row.group;
      builder.add(reused);
      if (builder.isFull()) {
        blocks.add(builder.build());
      }
    }
    blocks.add(builder.build());
    return blocks;
  }

  private static List<RowContent> contents(List<TypedRow> rows) {
    return rows.stream().map(RowContent::of).toList();
  }

  private static List<RowContent> read(List<RowBlock> blocks) {
    List<RowContent> rows = new ArrayList<>();
    TypedRow row = new TypedRow(LAYOUT);
    for (RowBlock block : blocks) {
      for (int i = 0; i < block.size(); i++) {
        block.read(i, row);
        rows.add(RowContent.of(row));
      }
    }
    return rows;
  }
}
