package io.winnow.core.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.statistics.JavaSerialization;
import io.winnow.core.statistics.Partitions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupTableTest {
  private static final int STRATA = 3;

  private record Entry(long place, int stratum) {}

  @Test
  void mergedTablesHoldWhatOneTableHolds() {
    Random random = new Random(2);
    // Places that share their low bits, which the index goes by, and one that is 0.
    List<Entry> entries =
        Stream.generate(() -> new Entry((long) random.nextInt(300) << 32, random.nextInt(STRATA)))
            .limit(5_000)
            .toList();
    Map<Long, List<Long>> expected = new TreeMap<>();
    for (Entry entry : entries) {
      expected.merge(entry.place, one(entry.stratum), GroupTableTest::plus);
    }

    Partitions.states(
            entries,
            () -> new GroupTable(STRATA),
            (table, entry) -> table.add(entry.place, entry.stratum, 1),
            GroupTable::merge)
        .forEach(table -> assertThat(contents(table)).isEqualTo(expected));
  }

  @Test
  void goesOnWhereItArrives() {
    GroupTable table = new GroupTable(STRATA);
    table.add(5, 0, 1);
    GroupTable arrived = JavaSerialization.copy(table);
    arrived.add(5, 0, 2);
    arrived.add(6, 2, 1);

    assertThat(contents(arrived)).isEqualTo(Map.of(5L, List.of(3L, 0L, 0L), 6L, one(2)));
  }

  private static List<Long> one(int stratum) {
    return List.of(stratum == 0 ? 1L : 0L, stratum == 1 ? 1L : 0L, stratum == 2 ? 1L : 0L);
  }

  private static List<Long> plus(List<Long> a, List<Long> b) {
    return List.of(a.get(0) + b.get(0), a.get(1) + b.get(1), a.get(2) + b.get(2));
  }

  private static Map<Long, List<Long>> contents(GroupTable table) {
    Map<Long, List<Long>> contents = new TreeMap<>();
    for (int group = 0; group < table.size(); group++) {
      contents.put(
          table.place(group),
          List.of(table.rows(group, 0), table.rows(group, 1), table.rows(group, 2)));
    }
    return contents;
  }
}
