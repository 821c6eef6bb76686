package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.conf.preprocessor.Cnn3DToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnn3DPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;

/** Arrays of the preprocessors that bring one layer's output into the shape of the next one. */
public final class PreprocessorMemory {
  private final InputPreProcessor preprocessor;
  private final InputType input;
  private final long batch;

  /**
   * The arrays of one preprocessor.
   *
   * @param input shape of one row before it
   * @param batch rows before it
   */
  public PreprocessorMemory(InputPreProcessor preprocessor, InputType input, long batch) {
    this.preprocessor = preprocessor;
    this.input = input;
    this.batch = batch;
  }

  /** Counts the forward pass. */
  public Tensor forward(Tensor tensor, MemoryScope scope) {
    if (toRows()) {
      return isSequence()
          ? scope.moved(ACTIVATIONS, rows(copied(tensor, Layout.COLUMN_MAJOR, scope), scope))
          : tensor;
    }
    if (preprocessor instanceof FeedForwardToRnnPreProcessor) {
      return scope
          .moved(ACTIVATIONS, copied(tensor, Layout.COLUMN_MAJOR, scope))
          .as(Layout.STRIDED);
    }
    if (preprocessor instanceof CnnToRnnPreProcessor) {
      temporary(tensor, Layout.ROW_MAJOR, scope);
      return scope.create(ACTIVATIONS, tensor.elements(), Layout.STRIDED);
    }
    if (preprocessor instanceof RnnToCnnPreProcessor) {
      temporary(tensor, Layout.COLUMN_MAJOR, scope);
      return scope.create(ACTIVATIONS, tensor.elements(), Layout.ROW_MAJOR);
    }
    return reshapes() ? reshaped(tensor, scope) : tensor;
  }

  /** Counts the backward pass. */
  public Tensor backward(Tensor epsilon, MemoryScope scope) {
    if (toRows()) {
      return gradient(epsilon, Layout.COLUMN_MAJOR, scope).as(Layout.STRIDED);
    }
    if (preprocessor instanceof FeedForwardToRnnPreProcessor) {
      Tensor ordered = gradient(epsilon, Layout.COLUMN_MAJOR, scope);
      return scope.moved(ACTIVATION_GRAD, rows(ordered, scope));
    }
    if (preprocessor instanceof CnnToRnnPreProcessor) {
      temporary(epsilon, Layout.COLUMN_MAJOR, scope);
      return scope.create(ACTIVATION_GRAD, epsilon.elements(), Layout.ROW_MAJOR);
    }
    if (preprocessor instanceof RnnToCnnPreProcessor) {
      temporary(epsilon, Layout.ROW_MAJOR, scope);
      return scope.create(ACTIVATION_GRAD, epsilon.elements(), Layout.STRIDED);
    }
    return reshapes()
        ? scope.moved(ACTIVATION_GRAD, gradient(epsilon, Layout.ROW_MAJOR, scope))
        : epsilon;
  }

  /** A single row is in both orders. */
  private Tensor reshaped(Tensor tensor, MemoryScope scope) {
    Tensor result = scope.moved(ACTIVATIONS, copied(tensor, Layout.ROW_MAJOR, scope));
    return batch == 1 ? result.as(Layout.COLUMN_MAJOR) : result;
  }

  private boolean toRows() {
    return preprocessor instanceof RnnToFeedForwardPreProcessor;
  }

  /** Output layers behind a pooled sequence have the preprocessor, but nothing to do. */
  private boolean isSequence() {
    return input instanceof InputTypeRecurrent;
  }

  private boolean reshapes() {
    return preprocessor instanceof CnnToFeedForwardPreProcessor
        || preprocessor instanceof Cnn3DToFeedForwardPreProcessor
        || preprocessor instanceof FeedForwardToCnnPreProcessor
        || preprocessor instanceof FeedForwardToCnn3DPreProcessor
        || preprocessor instanceof ComposableInputPreProcessor;
  }

  private static Tensor copied(Tensor tensor, Layout layout, MemoryScope scope) {
    return tensor.layout() == layout
        ? tensor
        : scope.create(ACTIVATIONS, tensor.elements(), layout);
  }

  private static Tensor gradient(Tensor epsilon, Layout layout, MemoryScope scope) {
    return epsilon.layout() == layout
        ? epsilon
        : scope.create(ACTIVATION_GRAD, epsilon.elements(), layout);
  }

  private static void temporary(Tensor tensor, Layout layout, MemoryScope scope) {
    if (tensor.layout() != layout) {
      scope.temporary(tensor.elements(), layout);
    }
  }

  /** One row per example and step goes through two copies, unless there is one example. */
  private Tensor rows(Tensor sequence, MemoryScope scope) {
    if (batch == 1) {
      return sequence.as(Layout.STRIDED);
    }
    scope.temporary(sequence.elements(), Layout.STRIDED);
    return scope.temporary(sequence.elements(), Layout.COLUMN_MAJOR);
  }
}
