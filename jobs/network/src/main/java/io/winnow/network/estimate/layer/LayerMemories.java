package io.winnow.network.estimate.layer;

import io.winnow.network.estimate.layer.LstmMemory.Peepholes;
import io.winnow.network.estimate.layer.PlaceLossMemory.Places;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.Pooling1D;
import org.deeplearning4j.nn.conf.layers.Pooling2D;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SpaceToBatchLayer;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.Upsampling3D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPadding3DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping3D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.misc.RepeatVector;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.conf.layers.util.MaskLayer;
import org.deeplearning4j.nn.conf.layers.util.MaskZeroLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

/** Which arrays belong to which layer class. */
public final class LayerMemories {
  private static final Map<Class<?>, Function<LayerSite, LayerMemory>> MODELS = models();

  private static final Set<String> NAMES =
      MODELS.keySet().stream().map(Class::getName).collect(Collectors.toUnmodifiableSet());

  private LayerMemories() {}

  private static Map<Class<?>, Function<LayerSite, LayerMemory>> models() {
    Map<Class<?>, Function<LayerSite, LayerMemory>> models = new HashMap<>();
    feedForward(models);
    convolution(models);
    resizing(models);
    recurrent(models);
    wrappers(models);
    losses(models);
    return Map.copyOf(models);
  }

  private static void feedForward(Map<Class<?>, Function<LayerSite, LayerMemory>> models) {
    models.put(DenseLayer.class, DenseMemory::new);
    models.put(AutoEncoder.class, DenseMemory::new);
    models.put(EmbeddingLayer.class, EmbeddingMemory::new);
    models.put(EmbeddingSequenceLayer.class, EmbeddingSequenceMemory::new);
    models.put(ElementWiseMultiplicationLayer.class, ElementWiseMemory::new);
    models.put(ActivationLayer.class, ActivationLayerMemory::new);
    models.put(DropoutLayer.class, DropoutLayerMemory::new);
    models.put(BatchNormalization.class, BatchNormMemory::new);
    models.put(LocalResponseNormalization.class, ResponseNormMemory::new);
  }

  private static void convolution(Map<Class<?>, Function<LayerSite, LayerMemory>> models) {
    models.put(ConvolutionLayer.class, ConvolutionMemory::new);
    models.put(Convolution2D.class, ConvolutionMemory::new);
    models.put(Convolution1DLayer.class, SequenceConvolutionMemory::new);
    models.put(Convolution1D.class, SequenceConvolutionMemory::new);
    models.put(Convolution3D.class, NativeConvolutionMemory::new);
    models.put(Deconvolution2D.class, NativeConvolutionMemory::new);
    models.put(Deconvolution3D.class, NativeConvolutionMemory::new);
    models.put(SeparableConvolution2D.class, NativeConvolutionMemory::new);
    models.put(DepthwiseConvolution2D.class, NativeConvolutionMemory::new);
  }

  private static void resizing(Map<Class<?>, Function<LayerSite, LayerMemory>> models) {
    models.put(SubsamplingLayer.class, ResizeMemory::new);
    models.put(Pooling2D.class, ResizeMemory::new);
    models.put(Subsampling1DLayer.class, ResizeMemory::new);
    models.put(Pooling1D.class, ResizeMemory::new);
    models.put(Subsampling3DLayer.class, ResizeMemory::new);
    models.put(GlobalPoolingLayer.class, GlobalPoolingMemory::new);
    models.put(Upsampling1D.class, SequenceUpsamplingMemory::new);
    models.put(Upsampling2D.class, ResizeMemory::new);
    models.put(Upsampling3D.class, ResizeMemory::new);
    models.put(ZeroPadding1DLayer.class, ResizeMemory::new);
    models.put(ZeroPaddingLayer.class, ResizeMemory::new);
    models.put(ZeroPadding3DLayer.class, ResizeMemory::new);
    models.put(Cropping1D.class, ResizeMemory::new);
    models.put(Cropping2D.class, CroppingMemory::new);
    models.put(Cropping3D.class, CroppingMemory::new);
    models.put(SpaceToDepthLayer.class, SpaceToDepthMemory::new);
    models.put(SpaceToBatchLayer.class, SpaceToBatchMemory::new);
    models.put(RepeatVector.class, ResizeMemory::new);
  }

  // Deprecated layers: saved networks still have them.
  @SuppressWarnings("deprecation")
  private static void recurrent(Map<Class<?>, Function<LayerSite, LayerMemory>> models) {
    models.put(
        LSTM.class,
        site -> new LstmMemory(site, ((LSTM) site.layer()).getGateActivationFn(), Peepholes.NONE));
    models.put(
        GravesLSTM.class,
        site ->
            new LstmMemory(
                site, ((GravesLSTM) site.layer()).getGateActivationFn(), Peepholes.GRAVES));
    models.put(
        GravesBidirectionalLSTM.class,
        site ->
            new GravesBidirectionalMemory(
                new LstmMemory(
                    site,
                    ((GravesBidirectionalLSTM) site.layer()).getGateActivationFn(),
                    Peepholes.GRAVES)));
    models.put(SimpleRnn.class, SimpleRnnMemory::new);
    models.put(SelfAttentionLayer.class, SelfAttentionMemory::new);
  }

  private static void wrappers(Map<Class<?>, Function<LayerSite, LayerMemory>> models) {
    models.put(Bidirectional.class, LayerMemories::bidirectional);
    models.put(LastTimeStep.class, LayerMemories::lastStep);
    models.put(TimeDistributed.class, LayerMemories::timeDistributed);
    models.put(
        MaskZeroLayer.class, site -> of(site.with(((MaskZeroLayer) site.layer()).getUnderlying())));
    models.put(MaskLayer.class, site -> new PassThroughMemory());
    models.put(
        FrozenLayer.class,
        site ->
            new FrozenMemory(
                of(site.with(((FrozenLayer) site.layer()).getLayer())),
                FrozenMemory.Gradients.STOPPED));
    models.put(
        FrozenLayerWithBackprop.class,
        site ->
            new FrozenMemory(
                of(site.with(((FrozenLayerWithBackprop) site.layer()).getUnderlying())),
                FrozenMemory.Gradients.PASSED_ON));
  }

  private static LayerMemory bidirectional(LayerSite site) {
    Bidirectional layer = (Bidirectional) site.layer();
    LayerSite forwards = site.through(layer.getFwd());
    LayerSite backwards = site.through(layer.getBwd());
    return new BidirectionalMemory(layer.getMode(), of(forwards), of(backwards));
  }

  private static LayerMemory lastStep(LayerSite site) {
    return new LastStepMemory(
        site, of(site.through(((LastTimeStep) site.layer()).getUnderlying())));
  }

  private static LayerMemory timeDistributed(LayerSite site) {
    return new TimeDistributedMemory(
        of(site.with(((TimeDistributed) site.layer()).getUnderlying())));
  }

  private static void losses(Map<Class<?>, Function<LayerSite, LayerMemory>> models) {
    models.put(OutputLayer.class, OutputLayerMemory::new);
    models.put(RnnOutputLayer.class, RnnOutputMemory::new);
    models.put(CenterLossOutputLayer.class, CenterLossMemory::new);
    models.put(
        LossLayer.class, site -> new LossLayerMemory(site, ((LossLayer) site.layer()).getLossFn()));
    models.put(
        RnnLossLayer.class,
        site -> new PlaceLossMemory(site, ((RnnLossLayer) site.layer()).getLossFn(), Places.STEPS));
    models.put(
        CnnLossLayer.class,
        site ->
            new PlaceLossMemory(site, ((CnnLossLayer) site.layer()).getLossFn(), Places.PIXELS));
    models.put(
        Cnn3DLossLayer.class,
        site ->
            new PlaceLossMemory(site, ((Cnn3DLossLayer) site.layer()).getLossFn(), Places.PIXELS));
  }

  /** Names of the layer classes whose arrays are known. */
  public static Set<String> classNames() {
    return NAMES;
  }

  /** Whether the arrays of a layer, and of what it wraps, are known. */
  public static boolean covers(Layer layer) {
    return MODELS.containsKey(layer.getClass())
        && (!(layer instanceof BaseWrapperLayer wrapper) || covers(wrapper.getUnderlying()))
        && (!(layer instanceof Bidirectional both) || covers(both.getFwd()))
        && (!(layer instanceof FrozenLayer frozen) || covers(frozen.getLayer()))
        && (!(layer instanceof BaseOutputLayer output) || Losses.isKnown(output.getLossFn()));
  }

  /** The arrays of a layer in its place; a bound where its class is not covered. */
  static LayerMemory of(LayerSite site) {
    return of(site, 0);
  }

  /**
   * The arrays of a layer in its place; a bound where its class is not covered.
   *
   * @param parameters of the layer
   */
  public static LayerMemory of(LayerSite site, long parameters) {
    Function<LayerSite, LayerMemory> model = MODELS.get(site.layer().getClass());
    return model == null ? new UncoveredMemory(site, parameters) : model.apply(site);
  }
}
