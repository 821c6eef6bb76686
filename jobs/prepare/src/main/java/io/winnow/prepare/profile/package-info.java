/**
 * Profiles a raw table with Spark: one scan of the source into typed blocks, everything else over
 * these blocks.
 */
package io.winnow.prepare.profile;
