package io.winnow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactRatioTest {
  /** Digits enough that rounding them again to a double is safe for random ratios. */
  private static final MathContext DIGITS = new MathContext(80);

  /** 2^53 + 1, halfway between two doubles. */
  private static final BigInteger HALFWAY = BigInteger.ONE.shiftLeft(53).add(BigInteger.ONE);

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 53, 64, 200, 700})
  void equalsTheQuotientAndTheRootOfBigDecimal(int bits) {
    Random random = new Random(bits);
    for (int i = 0; i < 200; i++) {
      BigInteger numerator = new BigInteger(bits, random);
      BigInteger denominator = new BigInteger(1 + random.nextInt(150), random).setBit(0);
      int exponent = random.nextInt(401) - 200;
      ExactRatio ratio = new ExactRatio(numerator, denominator, exponent);

      BigDecimal quotient =
          new BigDecimal(numerator)
              .divide(new BigDecimal(denominator), DIGITS)
              .multiply(power(exponent), DIGITS);

      assertThat(ratio.toDouble()).isEqualTo(quotient.doubleValue());
      assertThat(ratio.squareRoot()).isEqualTo(quotient.sqrt(DIGITS).doubleValue());
      assertThat(new ExactRatio(numerator.negate(), denominator, exponent).toDouble())
          .isEqualTo(-quotient.doubleValue() + 0.0);
    }
  }

  private static BigDecimal power(int exponent) {
    BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(exponent));
    return exponent < 0 ? BigDecimal.ONE.divide(power) : power;
  }

  @Test
  void aTieGoesToTheEvenDoubleUnlessARemainderBreaksIt() {
    BigInteger three = BigInteger.valueOf(3);
    BigInteger tie = HALFWAY.shiftLeft(20);

    assertThat(new ExactRatio(tie.multiply(three), three, -20).toDouble()).isEqualTo(0x1p53);
    assertThat(new ExactRatio(tie.multiply(three).add(BigInteger.ONE), three, -20).toDouble())
        .isEqualTo(0x1p53 + 2);
    assertThat(new ExactRatio(tie.add(tie.shiftLeft(1)).negate(), three, -20).toDouble())
        .isEqualTo(-0x1p53);
  }

  @Test
  void aTieOfTheRootGoesToTheEvenDoubleUnlessARemainderBreaksIt() {
    BigInteger square = HALFWAY.shiftLeft(20).pow(2);

    assertThat(new ExactRatio(square, BigInteger.ONE, -40).squareRoot()).isEqualTo(0x1p53);
    assertThat(new ExactRatio(square.add(BigInteger.ONE), BigInteger.ONE, -40).squareRoot())
        .isEqualTo(0x1p53 + 2);
  }

  @Test
  void roundsAtBothEndsOfTheRange() {
    assertThat(new ExactRatio(BigInteger.ONE, BigInteger.ONE, -1074).toDouble())
        .isEqualTo(Double.MIN_VALUE);
    assertThat(new ExactRatio(BigInteger.ONE, BigInteger.ONE, -1075).toDouble()).isZero();
    assertThat(new ExactRatio(BigInteger.valueOf(3), BigInteger.ONE, -1076).toDouble())
        .isEqualTo(Double.MIN_VALUE);
    assertThat(new ExactRatio(BigInteger.ONE, BigInteger.ONE, -5000).toDouble()).isZero();
    assertThat(new ExactRatio(HALFWAY.shiftLeft(1), BigInteger.ONE, 970).toDouble())
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(new ExactRatio(HALFWAY.subtract(BigInteger.TWO), BigInteger.ONE, 971).toDouble())
        .isEqualTo(Double.MAX_VALUE);
  }
}
