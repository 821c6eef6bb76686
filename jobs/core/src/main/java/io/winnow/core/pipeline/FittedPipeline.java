package io.winnow.core.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.config.SensitiveConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.step.impute.knn.FittedKnn;
import io.winnow.core.step.impute.regression.FittedRegression;
import io.winnow.core.step.outlier.DeleteFrom;
import io.winnow.core.step.pca.FittedPca;
import io.winnow.core.step.select.FittedSelection;
import io.winnow.core.step.select.FittedSelection.Dropped;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that train taught about the table, enough to turn one raw row into features without
 * Spark. It is written as {@code pipeline/pipeline.json} and goes into the model bundle.
 *
 * @param schemaVersion version of the file's form
 * @param pipeline name of the pipeline
 * @param table schema of the raw table
 * @param deleteFrom splits that the outlier action delete takes rows from
 * @param columns by name
 * @param features the feature vector, position by position
 * @param knn null when no column is filled from neighbours
 * @param regression null when no column is filled by regression
 * @param selection null when every feature stays
 * @param pca null when there are no principal components
 * @param sensitive columns whose cells are hashed or masked as they are read; null without any
 */
public record FittedPipeline(
    int schemaVersion,
    String pipeline,
    TableSchema table,
    FittedLabel label,
    DeleteFrom deleteFrom,
    Map<String, FittedColumn> columns,
    List<FittedFeature> features,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FittedKnn knn,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FittedRegression regression,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FittedSelection selection,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FittedPca pca,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SensitiveConfig sensitive)
    implements Serializable {

  /** The version that this code writes, and the only one that it reads. */
  public static final int SCHEMA_VERSION = 1;

  /** Checks the version. */
  public FittedPipeline {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(unknown(schemaVersion));
    }
  }

  /** The same pipeline without the features that were not selected. */
  FittedPipeline selected(FittedSelection chosen) {
    Set<String> dropped =
        chosen.dropped().stream().map(Dropped::feature).collect(Collectors.toSet());
    return new FittedPipeline(
        schemaVersion,
        pipeline,
        table,
        label,
        deleteFrom,
        columns,
        features.stream().filter(feature -> !dropped.contains(feature.name())).toList(),
        knn,
        regression,
        chosen,
        pca,
        sensitive);
  }

  /** The same pipeline with principal components, behind the features that they are not made of. */
  FittedPipeline reduced(FittedPca components) {
    Set<String> inputs =
        components.inputs().stream().map(FittedPca.Input::feature).collect(Collectors.toSet());
    Stream<FittedFeature> others =
        features.stream().filter(feature -> !inputs.contains(feature.name()));
    Stream<FittedFeature> made =
        components.components().stream()
            .map(component -> new FittedFeature(component.feature(), null));
    return new FittedPipeline(
        schemaVersion,
        pipeline,
        table,
        label,
        deleteFrom,
        columns,
        Stream.concat(others, made).toList(),
        knn,
        regression,
        selection,
        components,
        sensitive);
  }

  /**
   * The same pipeline for the rows of test that another one has picked: it deletes none of them as
   * outliers, and their labels are those of the other one.
   */
  public FittedPipeline onTestOf(FittedPipeline other) {
    return new FittedPipeline(
        schemaVersion,
        pipeline,
        table,
        other.label,
        DeleteFrom.TRAIN,
        columns,
        features,
        knn,
        regression,
        selection,
        pca,
        sensitive);
  }

  /** Width of the feature vector. */
  public int width() {
    return features.size();
  }

  /** The file's content. */
  public byte[] toJson() {
    return Json.pretty(this);
  }

  /**
   * Reads a file's content.
   *
   * @param file what it was read from, for the message
   * @throws WinnowException when the version is unknown or the form is not that of a pipeline
   */
  public static FittedPipeline read(String file, byte[] json) {
    try {
      JsonNode tree = Json.MAPPER.readTree(json);
      int version = tree.path("schemaVersion").asInt();
      if (version != SCHEMA_VERSION) {
        throw WinnowException.usage(file + ": " + unknown(version));
      }
      return Json.MAPPER.treeToValue(tree, FittedPipeline.class);
    } catch (JsonProcessingException e) {
      throw WinnowException.usage(
          file + ": is not a fitted pipeline: " + e.getOriginalMessage().replaceAll("\\s+", " "));
    } catch (IOException e) {
      throw WinnowException.usage(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static String unknown(int version) {
    return "schemaVersion %d is unknown; this version of Winnow reads %d"
        .formatted(version, SCHEMA_VERSION);
  }
}
