package io.winnow.prepare.profile;

import io.winnow.core.manifest.Warning;
import io.winnow.core.profile.Profile;
import java.util.List;

/**
 * What profiling a table gave.
 *
 * @param schemaFile the suggested table schema as YAML
 * @param warnings about the source, not about checks
 */
public record ProfileResult(Profile profile, String schemaFile, List<Warning> warnings) {}
