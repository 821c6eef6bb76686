package io.winnow.core.config;

/**
 * What statistics are learnt from.
 *
 * @param scope train, unless somebody insists
 */
public record FitConfig(FitScope scope) {}
