/**
 * A trained model as a handful of named files that stand for themselves.
 *
 * <p>{@link io.winnow.network.bundle.ModelBundle} writes and reads them through names and bytes
 * only, so that the store can be a folder, HDFS or S3. Reading checks the version, then the
 * checksums, then the classes that the architecture names, and only then builds anything.
 */
@NullMarked
package io.winnow.network.bundle;

import org.jspecify.annotations.NullMarked;
