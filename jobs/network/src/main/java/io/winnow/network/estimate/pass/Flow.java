package io.winnow.network.estimate.pass;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeFeedForward;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.SpaceToBatchLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;

/**
 * What flows between two layers. Deeplearning4j's own shapes lose the length of sequences that are
 * taken apart into rows and put together again; here they keep it.
 *
 * @param type shape of one row
 * @param rows rows of one example
 * @param steps length of the sequences that the rows came from, 0 where there are none
 */
public record Flow(InputType type, long rows, long steps) {
  /** One example of a shape. */
  static Flow of(InputType type) {
    return new Flow(type, 1, steps(type));
  }

  private static long steps(InputType type) {
    return type instanceof InputTypeRecurrent sequence
        ? Math.max(0, sequence.getTimeSeriesLength())
        : 0;
  }

  /** Elements of all rows of one example. */
  public long elements() {
    return Math.multiplyExact(rows, type.arrayElementsPerExample());
  }

  Flow through(InputPreProcessor preprocessor) {
    if (preprocessor instanceof RnnToFeedForwardPreProcessor
        && type instanceof InputTypeFeedForward) {
      return this;
    }
    InputType shaped = preprocessor.getOutputType(type);
    if (type instanceof InputTypeRecurrent
        && (preprocessor instanceof RnnToFeedForwardPreProcessor
            || preprocessor instanceof RnnToCnnPreProcessor)) {
      return new Flow(shaped, rows * Math.max(1, steps), steps);
    }
    if (preprocessor instanceof FeedForwardToRnnPreProcessor
        || preprocessor instanceof CnnToRnnPreProcessor) {
      return new Flow(sequence(shaped), rows / Math.max(1, steps), steps);
    }
    return new Flow(shaped, rows, steps);
  }

  private InputType sequence(InputType shaped) {
    InputTypeRecurrent sequence = (InputTypeRecurrent) shaped;
    return steps == 0
        ? shaped
        : InputType.recurrent(sequence.getSize(), steps, sequence.getFormat());
  }

  Flow through(Layer layer, int index) {
    if (layer instanceof LossLayer || layer instanceof Cnn3DLossLayer) {
      return this;
    }
    if (layer instanceof GlobalPoolingLayer pooling
        && type instanceof InputTypeRecurrent sequence) {
      return new Flow(pooled(pooling, sequence), rows, 0);
    }
    InputType shaped = layer.getOutputType(index, type);
    if (layer instanceof SpaceToBatchLayer moved) {
      return new Flow(shaped, rows * moved.getBlocks()[0] * moved.getBlocks()[1], steps);
    }
    if (shaped instanceof InputTypeRecurrent sequence && sequence.getTimeSeriesLength() < 1) {
      return new Flow(sequence(shaped), rows, steps);
    }
    return new Flow(shaped, rows, shaped instanceof InputTypeRecurrent ? steps(shaped) : steps);
  }

  private static InputType pooled(GlobalPoolingLayer pooling, InputTypeRecurrent sequence) {
    return pooling.isCollapseDimensions()
        ? new InputTypeFeedForward(sequence.getSize(), sequence.getFormat())
        : InputType.recurrent(sequence.getSize(), 1, sequence.getFormat());
  }
}
