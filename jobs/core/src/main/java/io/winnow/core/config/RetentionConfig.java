package io.winnow.core.config;

/**
 * What stays below {@code runs/} after a publication.
 *
 * @param keep published runs that stay, the newest ones
 * @param unpublishedHours hours that an attempt stays which is not published, since it was last
 *     written to
 */
public record RetentionConfig(int keep, int unpublishedHours) {}
