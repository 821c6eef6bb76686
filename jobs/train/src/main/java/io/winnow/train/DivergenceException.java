package io.winnow.train;

/** What a runner throws in the middle of an epoch that has gone wrong. */
public final class DivergenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * A divergence.
   *
   * @param reason what is wrong and where, as part of a sentence
   */
  public DivergenceException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What is wrong and where. */
  public String reason() {
    return reason;
  }
}
