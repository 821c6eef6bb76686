package io.winnow.network.estimate.zoo;

import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SpaceToBatchLayer;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks over images, each around one kind of layer. */
final class ImageLayers {
  private ImageLayers() {}

  static List<ZooNetwork> networks() {
    return List.of(
        Networks.of(
            "convolution2d",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new SubsamplingLayer.Builder(
                    SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                .build(),
            Networks.output(5)),
        Networks.of(
            "batchNorm",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new BatchNormalization(),
            new SubsamplingLayer.Builder(
                    SubsamplingLayer.PoolingType.AVG, new int[] {2, 2}, new int[] {2, 2})
                .build(),
            Networks.output(5)),
        Networks.of(
            "globalAverage",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new GlobalPoolingLayer(PoolingType.AVG),
            Networks.output(5)),
        Networks.of(
            "deconvolution2d",
            Networks.IMAGE,
            new Deconvolution2D.Builder(3, 3).nOut(23).build(),
            Networks.output(5)),
        Networks.of(
            "separable2d",
            Networks.IMAGE,
            new SeparableConvolution2D.Builder(3, 3).depthMultiplier(2).nOut(23).build(),
            Networks.output(5)),
        Networks.of(
            "depthwise2d",
            Networks.IMAGE,
            new DepthwiseConvolution2D.Builder(3, 3).depthMultiplier(2).build(),
            Networks.output(5)),
        Networks.of(
            "normPooling",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new SubsamplingLayer.Builder(
                    SubsamplingLayer.PoolingType.PNORM, new int[] {2, 2}, new int[] {2, 2})
                .pnorm(2)
                .build(),
            Networks.output(5)),
        Networks.of(
            "upsampling2d",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new Upsampling2D.Builder(2).build(),
            Networks.output(5)),
        Networks.of(
            "padding2d",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new ZeroPaddingLayer(1, 1),
            Networks.output(5)),
        Networks.of(
            "cropping2d",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new Cropping2D(1, 1),
            Networks.output(5)),
        Networks.of(
            "responseNorm",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new LocalResponseNormalization(),
            Networks.output(5)),
        Networks.of(
            "spaceToDepth",
            Networks.EVEN_IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new SpaceToDepthLayer.Builder<>(2).build(),
            Networks.output(5)),
        Networks.of(
            "spaceToBatch",
            Networks.EVEN_IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new SpaceToBatchLayer.Builder<>(new int[] {2, 2}).build(),
            new GlobalPoolingLayer(PoolingType.AVG),
            Networks.output(5)),
        Networks.of(
            "cnnLoss",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new CnnLossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build()),
        Networks.of(
            "globalMaximum",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new GlobalPoolingLayer(PoolingType.MAX),
            Networks.output(5)),
        Networks.of(
            "globalSum",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new GlobalPoolingLayer(PoolingType.SUM),
            Networks.output(5)),
        Networks.of(
            "globalNorm",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            new GlobalPoolingLayer(PoolingType.PNORM),
            Networks.output(5)),
        Networks.of(
            "batchNormAfterPooling",
            Networks.IMAGE,
            new SubsamplingLayer.Builder(
                    SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                .build(),
            new BatchNormalization(),
            new ConvolutionLayer.Builder(3, 3).nOut(23).build(),
            Networks.output(5)),
        Networks.of(
            "activation",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).activation(Activation.IDENTITY).build(),
            new BatchNormalization(),
            new ActivationLayer(Activation.RELU),
            new ConvolutionLayer.Builder(3, 3).nOut(27).build(),
            new DropoutLayer(0.5),
            new GlobalPoolingLayer(PoolingType.AVG),
            Networks.output(5)),
        Networks.of(
            "convolutionSame",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3)
                .nOut(23)
                .convolutionMode(ConvolutionMode.Same)
                .build(),
            Networks.output(5)),
        Networks.of(
            "convolution1x1",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(1, 1).nOut(23).build(),
            Networks.output(5)),
        Networks.of(
            "convolutionRelu",
            Networks.IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(23).activation(Activation.RELU).build(),
            new ConvolutionLayer.Builder(3, 3)
                .nOut(27)
                .activation(Activation.IDENTITY)
                .hasBias(false)
                .build(),
            Networks.output(5)));
  }
}
