package io.winnow.core.manifest;

import io.winnow.core.failure.WinnowException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one attempt, as {@code manifest.json} holds it: {@code
 * schemas/manifest.schema.json} describes the file. What does not apply, or is not known yet, is
 * null or empty.
 *
 * @param schemaVersion of the file
 * @param exitCode of the last command, or null while one runs
 */
public record Manifest(
    int schemaVersion,
    RunStatus status,
    @Nullable Integer exitCode,
    RunReport run,
    CodeVersion code,
    SoftwareVersions versions,
    ConfigReport config,
    Seeds seeds,
    List<InputReport> inputs,
    @Nullable ProfileReport profile,
    @Nullable RowCounts rows,
    @Nullable DedupReport dedup,
    List<StageReport> stages,
    @Nullable SplitReport split,
    @Nullable FeatureReport features,
    @Nullable PreparedReport prepared,
    @Nullable MemoryReport memory,
    @Nullable TrainingReport training,
    @Nullable ModelReport model,
    @Nullable MetricsReport metrics,
    List<GateReport> gates,
    List<Warning> warnings,
    @Nullable ErrorReport error) {

  /** The version that this program reads and writes. */
  public static final int SCHEMA_VERSION = 1;

  /** Reads {@code manifest.json}; one of another version is refused. */
  public static Manifest read(byte[] json) {
    return ManifestJson.read(json);
  }

  /**
   * The same, where a file that is empty, spoilt or of another version must not end the work: then
   * there is nothing.
   */
  public static Optional<Manifest> readable(byte[] json) {
    try {
      return Optional.of(read(json));
    } catch (WinnowException e) {
      return Optional.empty();
    }
  }

  /** The file's content: UTF-8, keys in a fixed order, no secret of this process in a text. */
  public byte[] toJson() {
    return ManifestJson.write(this);
  }
}
