package io.winnow.core.step.encode;

/** Takes the features that an encoder makes. */
@FunctionalInterface
public interface FeatureSink {

  /** A feature by its position. */
  void add(int index, double value);
}
