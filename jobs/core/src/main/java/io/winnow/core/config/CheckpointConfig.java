package io.winnow.core.config;

/**
 * What an interrupted training goes on from.
 *
 * @param everyRounds rounds between two checkpoints; 0 writes none
 * @param keep how many stay
 */
public record CheckpointConfig(int everyRounds, int keep) {}
