package io.winnow.core.sample;

import java.util.Locale;

/** The columns of the demo table, in their order, and how dirty each is. */
enum DemoColumn {
  NAME(0, 0),
  STREET(0, 0),
  REGION(0.005, 0),
  CONTRACT(0, 0),
  INTERNET(0, 0),
  PLAN(0, 0),
  PAYMENT(0.02, 0),
  DEVICE(0.05, 0),
  CHANNEL(0, 0),
  PAPERLESS(0, 0),
  AGE(0.03, 0),
  TENURE_MONTHS(0, 0),
  MONTHLY_CHARGE(0, 0.004),
  TOTAL_CHARGES(0.01, 0),
  DATA_GB(0.04, 0.004),
  CALL_MINUTES(0, 0.003),
  INTERNATIONAL_MINUTES(0, 0),
  SUPPORT_CALLS(0, 0),
  LATE_PAYMENTS(0, 0),
  DOWNLOAD_MBPS(0.02, 0),
  OUTAGE_HOURS(0, 0),
  SATISFACTION(0.15, 0),
  CHURNED(0, 0);

  private final double missingShare;
  private final double outlierShare;

  DemoColumn(double missingShare, double outlierShare) {
    this.missingShare = missingShare;
    this.outlierShare = outlierShare;
  }

  /** The name in the header line. */
  String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this customer's cell stays empty, by nature or by chance. */
  boolean isMissing(Customer customer, RowRandom random) {
    boolean lost = random.happens(missingShare);
    return lost || (this == DOWNLOAD_MBPS && customer.internet().equals("none"));
  }

  /** Whether this cell is to be an outlier. */
  boolean isOutlier(RowRandom random) {
    return random.happens(outlierShare);
  }

  /** The cell before it gets dirty. */
  String clean(Customer customer) {
    return switch (this) {
      case NAME -> customer.name();
      case STREET -> customer.street();
      case REGION -> customer.region();
      case CONTRACT -> customer.contract();
      case INTERNET -> customer.internet();
      case PLAN -> customer.plan();
      case PAYMENT -> customer.payment();
      case DEVICE -> customer.device();
      case CHANNEL -> customer.channel();
      case PAPERLESS -> customer.paperless();
      case AGE -> Integer.toString(customer.age());
      case TENURE_MONTHS -> Integer.toString(customer.tenureMonths());
      case MONTHLY_CHARGE -> CellText.number(customer.monthlyCharge(), 2);
      case TOTAL_CHARGES -> CellText.number(customer.totalCharges(), 2);
      case DATA_GB -> CellText.number(customer.dataGb(), 1);
      case CALL_MINUTES -> CellText.number(customer.callMinutes(), 1);
      case INTERNATIONAL_MINUTES -> CellText.number(customer.internationalMinutes(), 1);
      case SUPPORT_CALLS -> Integer.toString(customer.supportCalls());
      case LATE_PAYMENTS -> Integer.toString(customer.latePayments());
      case DOWNLOAD_MBPS -> CellText.number(customer.downloadMbps(), 1);
      case OUTAGE_HOURS -> CellText.number(customer.outageHours(), 1);
      case SATISFACTION -> CellText.number(customer.satisfaction(), 1);
      case CHURNED -> customer.churned() ? "yes" : "no";
    };
  }

  /** The cell in a wrong unit: cents, megabytes and seconds, beyond any right value. */
  String outlier(Customer customer) {
    return switch (this) {
      case MONTHLY_CHARGE -> CellText.number(customer.monthlyCharge() * 100, 0);
      case DATA_GB -> CellText.number(1_000 + customer.dataGb() * 1_000, 0);
      case CALL_MINUTES -> CellText.number(2_000 + customer.callMinutes() * 60, 0);
      default -> throw new IllegalStateException(name() + " has no outliers");
    };
  }
}
