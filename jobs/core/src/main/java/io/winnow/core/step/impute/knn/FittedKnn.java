package io.winnow.core.step.impute.knn;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What imputation from neighbours has learnt, except for the donors themselves, which stand in a
 * file of their own ({@link DonorFile}).
 *
 * @param categories of the columns compared by overlap, by name: the number of a category in the
 *     donors is its place in the list
 */
public record FittedKnn(
    KnnParameters parameters,
    List<KnnColumn> columns,
    Map<String, List<String>> categories,
    DonorSet donors)
    implements Serializable {

  /**
   * Which donors there are.
   *
   * @param file beside pipeline.json
   * @param sha256 of the file
   * @param trainRows train rows that they were taken from: all of them, unless a sample was taken
   * @param sample null when every train row is a donor
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DonorSet(
      String file, String sha256, long rows, long trainRows, @Nullable SampleQuality sample)
      implements Serializable {}

  /** The distance. */
  public KnnSpace space() {
    return new KnnSpace(columns);
  }
}
