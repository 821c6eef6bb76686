package io.winnow.core.config;

/**
 * GPUs of a training.
 *
 * @param required whether training fails instead of computing on the CPU
 */
public record GpuConfig(boolean required) {}
