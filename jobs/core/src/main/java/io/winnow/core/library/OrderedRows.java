package io.winnow.core.library;

import io.winnow.core.scan.Rows;

/**
 * Rows held ready for several fits, in an order that depends on the set of rows alone, so that sums
 * over them are rounded alike however a table is divided.
 */
public interface OrderedRows extends AutoCloseable {

  /** The rows; only until they are closed. */
  Rows rows();

  /** Frees what holds them. */
  @Override
  void close();
}
