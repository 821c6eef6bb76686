package io.winnow.train;

/**
 * Where the time of a round went, in seconds. What is left of the total is Spark's: it starts the
 * tasks, waits for the slowest and brings the results back.
 *
 * @param broadcast until the driver has put the state out
 * @param receive until the slowest worker has it; here and below, that worker's
 * @param load into its network
 * @param fit of its minibatches
 * @param save out of its network
 * @param average of what came back
 * @param total from broadcast to average
 */
public record RoundTimes(
    double broadcast,
    double receive,
    double load,
    double fit,
    double save,
    double average,
    double total) {}
