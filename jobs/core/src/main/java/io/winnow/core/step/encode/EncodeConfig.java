package io.winnow.core.step.encode;

/** How categorical features become numbers. */
public record EncodeConfig(EncodeStrategy strategy, Unseen unseen) {}
