package io.winnow.core.sample;

import java.util.Map;

/**
 * Who leaves: a logistic model with bends and interactions that a linear model misses, so that a
 * small network has something to learn. About one customer in five leaves.
 */
final class ChurnRule {
  private static final double STEEPNESS = 1.35;
  private static final double OFFSET = 3.7;
  private static final Map<String, Double> CONTRACT =
      Map.of("month-to-month", 1.4, "one-year", 0.2, "two-year", -1.0);
  private static final Map<String, Double> REGION =
      Map.of("Alder Bay", 0.4, "Dunmore", -0.4, "Harwick", 0.6, "Millbrook", -0.5);

  private ChurnRule() {}

  /** The customer with the decision drawn. */
  static Customer decide(Customer c, RowRandom random) {
    double probability = 1 / (1 + StrictMath.exp(-STEEPNESS * (score(c) - OFFSET)));
    return new Customer(
        c.name(),
        c.street(),
        c.region(),
        c.contract(),
        c.internet(),
        c.plan(),
        c.payment(),
        c.device(),
        c.channel(),
        c.paperless(),
        c.age(),
        c.tenureMonths(),
        c.monthlyCharge(),
        c.totalCharges(),
        c.dataGb(),
        c.callMinutes(),
        c.internationalMinutes(),
        c.supportCalls(),
        c.latePayments(),
        c.downloadMbps(),
        c.outageHours(),
        c.satisfaction(),
        random.happens(probability));
  }

  private static double score(Customer c) {
    boolean fibre = c.internet().equals("fibre");
    boolean monthly = c.contract().equals("month-to-month");
    double score = CONTRACT.getOrDefault(c.contract(), 0.0);
    score += REGION.getOrDefault(c.region(), 0.0);
    score += 1.8 * StrictMath.exp(-c.tenureMonths() / 9.0);
    score += 0.7 * Math.max(0, 6 - c.satisfaction());
    score += c.supportCalls() >= 4 ? 0.8 : 0;
    score += 0.3 * c.latePayments();
    score += fibre ? 0.10 * c.outageHours() : 0.02 * c.outageHours();
    score += monthly && c.payment().equals("invoice") ? 0.9 : 0;
    double age = (c.age() - 48) / 15.0;
    score += 0.45 * age * age;
    double value = (c.monthlyCharge() - 55) / 20;
    score += fibre ? 0.2 * value : 0.8 * value;
    double appetite = StrictMath.log(1 + c.dataGb()) - 3;
    score += c.plan().equals("basic") || c.plan().equals("student") ? appetite : -0.4 * appetite;
    return score;
  }
}
