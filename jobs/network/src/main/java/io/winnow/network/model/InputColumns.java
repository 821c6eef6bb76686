package io.winnow.network.model;

import io.winnow.network.build.LayerShape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Which features each input of a network is given: the first input the first ones, and so on. An
 * input of several extents is filled in their order, the last one fastest.
 */
public record InputColumns(List<LayerShape> inputs) {

  /** Features of one example of all inputs. */
  public int features() {
    return Math.toIntExact(inputs.stream().mapToLong(LayerShape::elements).sum());
  }

  /** Features of one example of an input. */
  public int features(int input) {
    return Math.toIntExact(inputs.get(input).elements());
  }

  /** Shape of the array of an input. */
  public long[] shape(int input, int rows) {
    return inputs.get(input).withBatch(rows).stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * Copies the features of an input.
   *
   * @param from feature vectors, one after the other
   * @param to room for the input's features of all rows
   */
  public void copy(int input, int rows, float[] from, float[] to) {
    int all = features();
    int width = features(input);
    int first = 0;
    for (int before = 0; before < input; before++) {
      first += features(before);
    }
    for (int row = 0; row < rows; row++) {
      System.arraycopy(from, row * all + first, to, row * width, width);
    }
  }

  /**
   * New arrays, one for each input.
   *
   * @param features feature vectors, one after the other
   */
  public INDArray[] arrays(int rows, float[] features) {
    INDArray[] arrays = new INDArray[inputs.size()];
    for (int input = 0; input < arrays.length; input++) {
      float[] values = new float[rows * features(input)];
      copy(input, rows, features, values);
      arrays[input] = Nd4j.create(values, shape(input, rows), 'c');
    }
    return arrays;
  }
}
