package io.winnow.network.estimate.zoo;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling3D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding3DLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping3D;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks over volumes, each around one kind of layer. */
final class VolumeLayers {
  private VolumeLayers() {}

  static List<ZooNetwork> networks() {
    return List.of(
        Networks.of(
            "convolution3d",
            Networks.VOLUME,
            new Convolution3D.Builder(3, 3, 3).nOut(29).build(),
            new GlobalPoolingLayer(PoolingType.AVG),
            Networks.output(5)),
        Networks.of(
            "deconvolution3d",
            Networks.VOLUME,
            new Deconvolution3D.Builder().kernelSize(3, 3, 3).nOut(29).build(),
            new GlobalPoolingLayer(PoolingType.AVG),
            Networks.output(5)),
        Networks.of(
            "pooling3d",
            Networks.VOLUME,
            new Convolution3D.Builder(3, 3, 3).nOut(29).build(),
            new Subsampling3DLayer.Builder(Subsampling3DLayer.PoolingType.MAX)
                .kernelSize(2, 2, 2)
                .stride(2, 2, 2)
                .build(),
            new GlobalPoolingLayer(PoolingType.AVG),
            Networks.output(5)),
        Networks.of(
            "upsampling3d",
            Networks.VOLUME,
            new Convolution3D.Builder(3, 3, 3).nOut(29).build(),
            new Upsampling3D.Builder(2).build(),
            new GlobalPoolingLayer(PoolingType.AVG),
            Networks.output(5)),
        Networks.of(
            "padding3d",
            Networks.VOLUME,
            new Convolution3D.Builder(3, 3, 3).nOut(29).build(),
            new ZeroPadding3DLayer.Builder(1).build(),
            new GlobalPoolingLayer(PoolingType.AVG),
            Networks.output(5)),
        Networks.of(
            "cropping3d",
            Networks.VOLUME,
            new Convolution3D.Builder(3, 3, 3).nOut(29).build(),
            new Cropping3D.Builder(1, 1, 1).build(),
            new GlobalPoolingLayer(PoolingType.AVG),
            Networks.output(5)),
        Networks.of(
            "cnn3dLoss",
            Networks.VOLUME,
            new Convolution3D.Builder(3, 3, 3).nOut(29).build(),
            new Cnn3DLossLayer.Builder(Convolution3D.DataFormat.NCDHW)
                .lossFunction(LossFunction.XENT)
                .activation(Activation.SIGMOID)
                .build()));
  }
}
