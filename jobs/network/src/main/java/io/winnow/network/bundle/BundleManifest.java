package io.winnow.network.bundle;

import java.util.Map;

/**
 * What {@code bundle.json} holds.
 *
 * @param versions of the software that wrote the bundle, by name
 * @param files lower-case hexadecimal SHA-256 of each other file, by name
 */
record BundleManifest(int schemaVersion, Map<String, String> versions, Map<String, String> files) {
  static final String NAME = "bundle.json";
  static final int SCHEMA_VERSION = 1;
}
