package io.winnow.network.estimate;

/**
 * A part of the memory of one replica.
 *
 * @param name what it is
 * @param bytes of it
 * @param basis where the figure comes from
 */
public record MemoryTerm(String name, long bytes, Basis basis) {}
