package io.winnow.core.step.select;

import io.winnow.core.library.LibraryFits;
import io.winnow.core.library.PrincipalComponents;
import io.winnow.core.scan.Rows;
import java.io.Serializable;
import java.util.List;

/** Rows as features: what selection and PCA look at, wherever the rows are. */
public interface EncodedRows {

  /** One feature. */
  record Feature(String name, String column, Kind kind) {}

  /** What the values of a feature are. */
  enum Kind {
    /** Scaled numbers. */
    NUMBER,
    /** Slots and codes of categories, and indicators: few values. */
    CATEGORY
  }

  /** All features in their order. */
  List<Feature> features();

  /** Classes of the label; 0 for a regression. */
  int classes();

  /**
   * The numeric features as columns of a table in their order; of a regression the label behind
   * them.
   */
  Rows numbers();

  /**
   * Principal components of some features.
   *
   * @param library what finds them
   * @param features their positions, ascending
   * @param means of these features
   * @param count of components
   */
  PrincipalComponents components(LibraryFits library, int[] features, double[] means, int count);

  /** Scans every row once. */
  <S extends State<S>> S scan(S zero);

  /** What one scan learns of encoded rows; mergeable. */
  interface State<S extends State<S>> extends Serializable {

    /**
     * Takes in one row.
     *
     * @param label index of the class, or the number of a regression
     */
    void add(Encoded row, double label);

    /** Takes in what another state has learnt. */
    void merge(S other);
  }

  /** The features of one row that are not 0. */
  interface Encoded {

    /** How many there are. */
    int size();

    /** Position of one of them; ascending. */
    int index(int i);

    /** Value of one of them. */
    double value(int i);
  }
}
