package io.winnow.core.library;

import io.winnow.core.row.TypedRow;

/** Vectors with what is to be predicted from them. */
public interface ExampleReader extends VectorReader {

  /** What is to be predicted, of a row that has a vector: a number, or the index of a class. */
  double target(TypedRow row);
}
