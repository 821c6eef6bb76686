package io.winnow.prepare.dedup;

import io.winnow.core.hash.Hash128;
import io.winnow.core.pipeline.RowKeyText;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.TypedRow;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The rows that a partition keeps while rows equal to them are dropped.
 *
 * @param rowKeys their keys
 * @param dropped how many rows are dropped for each of them
 */
record Copies(List<String> rowKeys, List<Long> dropped) implements Serializable {

  /**
   * Finds the keys of some rows.
   *
   * @param wanted how many equal rows are dropped, by hash
   */
  static Copies of(
      Iterator<RowBlock> blocks, Map<Hash128, Long> wanted, TypedRow row, RowKeyText keys) {
    List<String> rowKeys = new ArrayList<>();
    List<Long> dropped = new ArrayList<>();
    while (blocks.hasNext() && !wanted.isEmpty()) {
      RowBlock block = blocks.next();
      for (int i = 0; i < block.size(); i++) {
        Long copies = wanted.remove(new Hash128(block.hashHigh(i), block.hashLow(i)));
        if (copies != null) {
          block.read(i, row);
          rowKeys.add(keys.of(row));
          dropped.add(copies);
        }
      }
    }
    return new Copies(rowKeys, dropped);
  }
}
