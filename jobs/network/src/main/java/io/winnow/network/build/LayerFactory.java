package io.winnow.network.build;

import io.winnow.core.config.network.BatchNormConfig;
import io.winnow.core.config.network.Convolution2dConfig;
import io.winnow.core.config.network.Convolution3dConfig;
import io.winnow.core.config.network.DenseConfig;
import io.winnow.core.config.network.GlobalPoolingConfig;
import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.config.network.LstmConfig;
import io.winnow.core.config.network.Padding;
import io.winnow.core.config.network.Pooling2dConfig;
import io.winnow.core.config.network.Pooling3dConfig;
import io.winnow.core.config.network.PoolingKind;
import io.winnow.core.config.network.Returns;
import io.winnow.core.config.network.SimpleRnnConfig;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.nd4j.linalg.activations.Activation;

/**
 * Deeplearning4j's layers for declared ones that are no output layers. Their number of inputs is
 * left to Deeplearning4j, which takes it from the layer before.
 */
public final class LayerFactory {
  private LayerFactory() {}

  /**
   * The layer of a declaration.
   *
   * @param name that reports show
   * @param in shape that the layer is given
   */
  public static Layer of(LayerConfig layer, String name, LayerShape in) {
    Layer built = of(layer, in);
    built.setLayerName(name);
    return built;
  }

  /** Outputs of a fully connected layer that is no output layer. */
  static int units(LayerConfig layer) {
    if (layer instanceof DenseConfig dense) {
      return dense.units();
    }
    throw new IllegalArgumentException("an output layer has as many units as its label needs");
  }

  private static Layer of(LayerConfig layer, LayerShape in) {
    if (layer instanceof Convolution2dConfig c) {
      return convolution(c, in);
    }
    if (layer instanceof Convolution3dConfig c) {
      return convolution(c, in);
    }
    if (layer instanceof Pooling2dConfig p) {
      return new SubsamplingLayer.Builder(square(p.kernel()), square(p.stride()))
          .poolingType(type(p.kind()))
          .convolutionMode(mode(p.padding()))
          .build();
    }
    if (layer instanceof Pooling3dConfig p) {
      return new Subsampling3DLayer.Builder(cube(p.kernel()), cube(p.stride()))
          .poolingType(type(p.kind()))
          .convolutionMode(mode(p.padding()))
          .build();
    }
    if (layer instanceof GlobalPoolingConfig pooling) {
      return new GlobalPoolingLayer.Builder(type(pooling.kind())).build();
    }
    if (layer instanceof BatchNormConfig norm) {
      return new BatchNormalization.Builder()
          .decay(norm.decay())
          .eps(norm.epsilon())
          .activation(Activation.IDENTITY)
          .build();
    }
    if (layer instanceof LstmConfig lstm) {
      return lstm(lstm, in);
    }
    if (layer instanceof SimpleRnnConfig rnn) {
      return simpleRnn(rnn, in);
    }
    return dense((DenseConfig) layer, in);
  }

  private static Layer dense(DenseConfig dense, LayerShape in) {
    DenseLayer.Builder builder =
        new DenseLayer.Builder()
            .nOut(dense.units())
            .activation(Activations.of(dense.activation()))
            .weightInit(WeightInits.of(dense.weightInit(), in.elements()))
            .biasInit(dense.biasInit());
    regularise(builder, dense.dropout(), dense.l1(), dense.l2());
    return builder.build();
  }

  private static Layer convolution(Convolution2dConfig c, LayerShape in) {
    long fanIn = in.channels() * c.kernel() * c.kernel();
    ConvolutionLayer.Builder builder =
        new ConvolutionLayer.Builder(square(c.kernel()), square(c.stride()))
            .nOut(c.filters())
            .convolutionMode(mode(c.padding()))
            .activation(Activations.of(c.activation()))
            .weightInit(WeightInits.of(c.weightInit(), fanIn))
            .biasInit(c.biasInit());
    regularise(builder, c.dropout(), c.l1(), c.l2());
    return builder.build();
  }

  private static Layer convolution(Convolution3dConfig c, LayerShape in) {
    long fanIn = in.channels() * c.kernel() * c.kernel() * c.kernel();
    Convolution3D.Builder builder = new Convolution3D.Builder(cube(c.kernel()), cube(c.stride()));
    builder
        .nOut(c.filters())
        .convolutionMode(mode(c.padding()))
        .activation(Activations.of(c.activation()))
        .weightInit(WeightInits.of(c.weightInit(), fanIn))
        .biasInit(c.biasInit());
    regularise(builder, c.dropout(), c.l1(), c.l2());
    return builder.build();
  }

  private static Layer lstm(LstmConfig lstm, LayerShape in) {
    LSTM.Builder builder =
        new LSTM.Builder()
            .nOut(lstm.units())
            .activation(Activations.of(lstm.activation()))
            .weightInit(WeightInits.of(lstm.weightInit(), in.channels()));
    regularise(builder, lstm.dropout(), lstm.l1(), lstm.l2());
    return returning(lstm.returns(), builder.build());
  }

  private static Layer simpleRnn(SimpleRnnConfig rnn, LayerShape in) {
    SimpleRnn.Builder builder =
        new SimpleRnn.Builder()
            .nOut(rnn.units())
            .activation(Activations.of(rnn.activation()))
            .weightInit(WeightInits.of(rnn.weightInit(), in.channels()));
    regularise(builder, rnn.dropout(), rnn.l1(), rnn.l2());
    return returning(rnn.returns(), builder.build());
  }

  private static Layer returning(Returns returns, Layer recurrent) {
    return switch (returns) {
      case LAST -> new LastTimeStep(recurrent);
      case SEQUENCE -> recurrent;
    };
  }

  static void regularise(BaseLayer.Builder<?> builder, double dropout, double l1, double l2) {
    if (dropout > 0) {
      // Deeplearning4j takes the probability that an input is kept.
      builder.dropOut(1 - dropout);
    }
    builder.l1(l1);
    builder.l2(l2);
  }

  private static ConvolutionMode mode(Padding padding) {
    return switch (padding) {
      case SAME -> ConvolutionMode.Same;
      case VALID -> ConvolutionMode.Truncate;
    };
  }

  private static PoolingType type(PoolingKind kind) {
    return switch (kind) {
      case MAX -> PoolingType.MAX;
      case AVERAGE -> PoolingType.AVG;
    };
  }

  private static int[] square(int edge) {
    return new int[] {edge, edge};
  }

  private static int[] cube(int edge) {
    return new int[] {edge, edge, edge};
  }
}
