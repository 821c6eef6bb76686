package io.winnow.core.library;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.scan.Rows;

/** Fits that are left to a library. */
public interface LibraryFits {

  /**
   * Puts rows together and in order, by key and then by hash. One task holds all of them in memory,
   * so they are to be few.
   *
   * @param columns whose cells are kept; other cells hold nothing of use
   */
  OrderedRows ordered(Rows rows, ColumnSet columns);

  /**
   * Linear least squares with a ridge: the b and w that minimise {@code Σ (y − b − w·x)² / 2n +
   * ridge / 2 · Σ (σⱼ wⱼ)²}, where σⱼ is the standard deviation (ddof 0) of element j and y has the
   * standard deviation 1.
   *
   * @param examples at least one; their targets vary
   */
  Line linear(OrderedRows rows, ExampleReader examples, double ridge);

  /**
   * Multinomial logistic regression with a ridge: the lines that minimise the mean of {@code −ln
   * softmax(b + W x)} at the class of x, plus {@code ridge / 2 · Σ (σⱼ wⱼₖ)²} over elements and
   * classes, where σⱼ is the standard deviation (ddof 1) of element j.
   *
   * @param examples their targets are the classes from 0 on, at least two, each at least once
   * @param maxIterations of the optimiser
   * @param tolerance share of the loss that an iteration must gain for another one to follow: about
   *     the square of how exact the lines are
   */
  Logits logistic(
      OrderedRows rows, ExampleReader examples, double ridge, int maxIterations, double tolerance);

  /**
   * Principal components: eigenvectors of the covariance.
   *
   * @param vectors at least two, of mean 0
   * @param count of components, at most the length of a vector
   */
  PrincipalComponents components(Rows rows, VectorReader vectors, int count);
}
