package io.winnow.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
  /** Seconds by {@code date -u -d … +%s}; of year 1 by Python's {@code toordinal}. */
  @ParameterizedTest
  @CsvSource({
    "1970-01-01, 0",
    "2026-11-23, 1795392000000000",
    "2026-11-23T04:30, 1795408200000000",
    "2026-11-23 04:30:15, 1795408215000000",
    "2026-11-23T04:30:15.25Z, 1795408215250000",
    "2026-11-23T04:30:15.123456789+01:00, 1795404615123456",
    "2026-11-22T23:30:15-05:00, 1795408215000000",
    "1969-12-31T23:59:59.9999999, -1",
    "2024-02-29, 1709164800000000",
    "0001-01-01, -62135596800000000",
  })
  void readsDatesAndTimes(String text, long microseconds) {
    assertThat(IsoTime.microseconds(text)).hasValue(microseconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-11",
        "23.11.2026",
        "11/23/2026",
        "2026-1-2",
        "2026-13-01",
        "2025-02-29",
        "2026-11-23T",
        "2026-11-23T24:00",
        "2026-11-23T4:30",
        "2026-11-23T04:30:61",
        "2026-11-23T04:30:15.",
        "2026-11-23T04:30:15.1234567890",
        "2026-11-23Z",
        "2026-11-23T04:30+1",
        "2026-11-23T04:30+19:00",
        "2026-11-23T04:30 Z",
        "+2026-11-23",
        "12026-11-23",
        "1795392000",
        "2026-11-23T04:30Zx"
      })
  void refusesWhatIsNone(String text) {
    assertThat(IsoTime.microseconds(text)).isEmpty();
  }
}
