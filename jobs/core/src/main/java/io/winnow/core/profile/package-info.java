/**
 * What a table is like: the statistics of its columns, the checks that it must hold, and the table
 * schema that it suggests.
 *
 * <p>{@link io.winnow.core.profile.TableState} and {@link io.winnow.core.profile.ShapeState} are
 * what one scan each learns; {@link io.winnow.core.profile.Profiler} runs them over rows that can
 * be scanned as often as needed and makes a {@link io.winnow.core.profile.Profile} of them. Nothing
 * in it depends on the order of the rows or on how they are partitioned.
 */
package io.winnow.core.profile;
