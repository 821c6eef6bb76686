package io.winnow.core.sample;

/**
 * One customer of an imaginary telephone company, before anything gets dirty.
 *
 * @param monthlyCharge euros
 * @param totalCharges euros since the contract began
 * @param dataGb gigabytes a month
 * @param callMinutes minutes a month
 * @param internationalMinutes minutes a month, of which most customers have none
 * @param downloadMbps measured rate; NaN without internet
 * @param outageHours hours a year
 * @param satisfaction answer to a survey, 1 to 10
 * @param churned whether the contract was ended
 */
record Customer(
    String name,
    String street,
    String region,
    String contract,
    String internet,
    String plan,
    String payment,
    String device,
    String channel,
    String paperless,
    int age,
    int tenureMonths,
    double monthlyCharge,
    double totalCharges,
    double dataGb,
    double callMinutes,
    double internationalMinutes,
    int supportCalls,
    int latePayments,
    double downloadMbps,
    double outageHours,
    double satisfaction,
    boolean churned) {}
