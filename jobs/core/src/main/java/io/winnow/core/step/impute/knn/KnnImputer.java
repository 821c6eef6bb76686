package io.winnow.core.step.impute.knn;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.hash.Hash128;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fitted imputation from neighbours with its donors. */
public final class KnnImputer implements Serializable {
  private static final long serialVersionUID = 1L;

  private final FittedKnn fitted;
  private final KnnSpace space;
  private final Points points;
  private transient @Nullable Donors donors;

  KnnImputer(FittedKnn fitted, Points points) {
    this.fitted = fitted;
    this.points = points;
    space = fitted.space();
  }

  /**
   * Puts what was fitted together with its donors again.
   *
   * @param file what the bytes were read from, for the message
   * @param bytes content of {@link DonorFile}
   * @throws WinnowException when they are not the donors that were fitted
   */
  public static KnnImputer read(FittedKnn fitted, String file, byte[] bytes) {
    return new KnnImputer(fitted, DonorFile.read(file, bytes, fitted));
  }

  /** What goes into pipeline.json. */
  public FittedKnn fitted() {
    return fitted;
  }

  /** Content of the donors' file. */
  public byte[] file() {
    return DonorFile.write(points);
  }

  /** The distance. */
  public KnnSpace space() {
    return space;
  }

  /** The donors, in blocks. */
  public synchronized Donors donors() {
    if (donors == null) {
      donors = Donors.of(space, points);
    }
    return donors;
  }

  /** The donors in parts of at most so many bytes, for searches that take them one by one. */
  public List<Donors> parts(long bytes) {
    int rows = (int) Math.max(1, Math.min(points.size(), bytes / DonorFile.rowBytes(space.size())));
    List<Donors> parts = new ArrayList<>();
    for (int from = 0; from < points.size(); from += rows) {
      int[] part = IntStream.range(from, Math.min(points.size(), from + rows)).toArray();
      parts.add(Donors.of(space, points.at(part)));
    }
    return parts;
  }

  /**
   * Fills of one point.
   *
   * @return one number per cell that it lacks, in the order of the columns that are filled
   */
  public double[] fills(double[] point) {
    Points one = new Points(space);
    one.add(point, new Hash128(0, 0));
    KnnSearch search = KnnSearch.of(space, fitted.parameters(), one);
    search.visit(donors());
    return search.fills(0);
  }
}
