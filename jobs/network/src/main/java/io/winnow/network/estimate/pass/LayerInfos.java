package io.winnow.network.estimate.pass;

import io.winnow.network.estimate.Basis;
import io.winnow.network.estimate.layer.LayerMemories;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;

/** What configurations of layers tell. */
final class LayerInfos {
  private LayerInfos() {}

  /** Parameters of a layer. */
  static long parameters(NeuralNetConfiguration configuration) {
    return configuration.getLayer().initializer().numParams(configuration);
  }

  static LayerInfo of(
      String name, NeuralNetConfiguration configuration, LayerShape shape, long batch) {
    Layer layer = configuration.getLayer();
    long parameters = parameters(configuration);
    return new LayerInfo(
        name,
        type(layer.getClass()),
        shape(shape.output(), batch),
        Math.multiplyExact(batch, shape.input().elements()),
        parameters,
        UpdaterState.of(layer, parameters),
        LayerMemories.covers(layer) ? Basis.FORMULA : Basis.UNCOVERED);
  }

  /** The class's name as a configuration would write it. */
  static String type(Class<?> type) {
    String name = type.getSimpleName().replaceFirst("(Layer|Vertex)$", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  static List<Long> shape(Flow output, long batch) {
    List<Long> shape = new ArrayList<>();
    shape.add(Math.multiplyExact(batch, output.rows()));
    Arrays.stream(output.type().getShape()).forEach(shape::add);
    return List.copyOf(shape);
  }
}
