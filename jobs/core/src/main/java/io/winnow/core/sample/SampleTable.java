package io.winnow.core.sample;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.io.IOException;
import java.io.Writer;

/**
 * Generated tables to try Winnow with. A table depends on its rows and seed only: not on the
 * machine, the locale or the Java that writes it.
 */
@EnumNaming(CamelCaseStrategy.class)
public enum SampleTable {
  /** Customers who leave a telephone company, with every kind of dirt: see {@link DemoTable}. */
  DEMO(100_000) {
    @Override
    public SampleFacts write(Writer csv, int rows, long seed) throws IOException {
      return new DemoTable(rows, seed).write(csv);
    }
  },
  /** A clean regression with five features: see {@link WalkthroughTable}. */
  WALKTHROUGH(1_000) {
    @Override
    public SampleFacts write(Writer csv, int rows, long seed) throws IOException {
      return new WalkthroughTable(rows, seed).write(csv);
    }
  };

  private final int defaultRows;

  SampleTable(int defaultRows) {
    this.defaultRows = defaultRows;
  }

  /** Rows of the table unless others are asked for. */
  public int defaultRows() {
    return defaultRows;
  }

  /**
   * Writes the table as CSV with a header line.
   *
   * @param csv left open
   * @return what was written, as the generator knows it
   */
  public abstract SampleFacts write(Writer csv, int rows, long seed) throws IOException;
}
