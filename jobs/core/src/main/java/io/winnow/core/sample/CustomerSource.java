package io.winnow.core.sample;

import java.util.List;
import java.util.Map;

/**
 * Draws customers whose leaving follows {@link ChurnRule}: correlated columns, long tails,
 * categories with two to twenty-four values.
 */
final class CustomerSource {
  private static final Weighted REGION =
      Weighted.falling(
          "Alder Bay",
          "Birchfield",
          "Copperhill",
          "Dunmore",
          "Eastmarch",
          "Fernvale",
          "Glenrock",
          "Harwick",
          "Ironbridge",
          "Juniper Flats",
          "Kestrel Point",
          "Larkspur",
          "Millbrook",
          "Northgate",
          "Oakhurst",
          "Pinecrest",
          "Quarry Park",
          "Redwater",
          "Silverton",
          "Thornbury",
          "Upland",
          "Vale End",
          "Westmoor",
          "Yewdale");
  private static final Weighted CONTRACT =
      Weighted.of(List.of(50, 28, 22), "month-to-month", "one-year", "two-year");
  private static final Weighted INTERNET =
      Weighted.of(List.of(40, 25, 25, 10), "fibre", "cable", "dsl", "none");
  private static final Weighted PLAN =
      Weighted.of(
          List.of(30, 25, 15, 12, 10, 8),
          "basic",
          "plus",
          "family",
          "senior",
          "student",
          "business");
  private static final Weighted PAYMENT =
      Weighted.of(List.of(40, 30, 22, 8), "card", "debit", "invoice", "voucher");
  private static final Weighted DEVICE =
      Weighted.falling(
          "Astra 5", "Nimbus", "Pico", "Vega X", "Orbit 2", "Lumen", "Quartz", "Sable", "Tundra",
          "Echo 9", "Flip 3", "Zephyr");
  private static final Weighted CHANNEL =
      Weighted.of(List.of(35, 30, 15, 12, 8), "web", "shop", "app", "phone", "partner");
  private static final Map<String, Integer> PLAN_CHARGE =
      Map.of("basic", 0, "plus", 12, "family", 22, "senior", -4, "student", -6, "business", 30);

  private CustomerSource() {}

  static Customer draw(RowRandom random) {
    String internet = random.choose(INTERNET);
    String plan = random.choose(PLAN);
    String contract = random.choose(CONTRACT);
    int age = (int) Math.round(clamp(46 + 16 * random.gaussian(), 18, 90));
    int tenure = (int) (73 * StrictMath.pow(random.uniform(), 1.3));
    double charge =
        baseCharge(internet) + PLAN_CHARGE.getOrDefault(plan, 0) + 7 * random.gaussian();
    charge = cents(clamp(charge, 10, 150));
    double outage = tenths(clamp(random.logNormal(0.8, 0.9), 0, 60));
    int calls = Math.min(12, random.poisson(0.8 + 0.08 * outage));
    double satisfaction =
        tenths(clamp(7.8 - 0.45 * calls - 0.06 * outage + 1.3 * random.gaussian(), 1, 10));
    Customer customer =
        new Customer(
            People.name(random),
            People.street(random),
            random.choose(REGION),
            contract,
            internet,
            plan,
            random.choose(PAYMENT),
            random.choose(DEVICE),
            random.choose(CHANNEL),
            random.happens(0.6) ? "yes" : "no",
            age,
            tenure,
            charge,
            cents(charge * tenure * (0.95 + 0.1 * random.uniform())),
            tenths(clamp(random.logNormal(internet.equals("none") ? 1.0 : 2.9, 0.8), 0, 400)),
            tenths(clamp(random.logNormal(5.2, 0.6), 0, 1_500)),
            random.happens(0.6) ? 0 : tenths(clamp(random.logNormal(2.5, 0.9), 0, 300)),
            calls,
            Math.min(10, random.poisson(0.5)),
            download(internet, random),
            outage,
            satisfaction,
            false);
    return ChurnRule.decide(customer, random);
  }

  private static double baseCharge(String internet) {
    return switch (internet) {
      case "fibre" -> 68;
      case "cable" -> 52;
      case "dsl" -> 40;
      default -> 22;
    };
  }

  private static double download(String internet, RowRandom random) {
    double noise = random.gaussian();
    return switch (internet) {
      case "fibre" -> tenths(clamp(260 + 70 * noise, 40, 600));
      case "cable" -> tenths(clamp(110 + 30 * noise, 15, 250));
      case "dsl" -> tenths(clamp(26 + 8 * noise, 2, 60));
      default -> Double.NaN;
    };
  }

  private static double clamp(double value, double least, double greatest) {
    return Math.max(least, Math.min(greatest, value));
  }

  private static double cents(double value) {
    return Math.rint(value * 100) / 100;
  }

  private static double tenths(double value) {
    return Math.rint(value * 10) / 10;
  }
}
