package io.winnow.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * The program that ran.
 *
 * @param version of Winnow
 * @param commit it was built from, or null where the build did not know it
 */
public record CodeVersion(String version, @Nullable String commit) {}
