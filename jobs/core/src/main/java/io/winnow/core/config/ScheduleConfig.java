package io.winnow.core.config;

/**
 * How the learning rate falls.
 *
 * @param every steps between two falls of {@link ScheduleType#STEP}
 */
public record ScheduleConfig(ScheduleType type, SchedulePer per, double decay, int every) {}
