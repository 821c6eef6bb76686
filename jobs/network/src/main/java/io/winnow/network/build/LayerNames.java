package io.winnow.network.build;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.failure.WinnowException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of layers in reports, and the names of their types in configuration files. */
public final class LayerNames {
  private LayerNames() {}

  /**
   * One name per layer: the declared one, or the type and the position counted from 1, such as
   * {@code dense2}.
   *
   * @throws WinnowException where a name stands twice
   */
  public static List<String> of(List<LayerConfig> layers) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < layers.size(); i++) {
      String declared = layers.get(i).name();
      String name = declared == null ? type(layers.get(i)) + (i + 1) : declared;
      if (!seen.add(name)) {
        throw WinnowException.usage(
            "network.layers[%d].name: '%s' stands twice; give every layer its own name"
                .formatted(i, name));
      }
      names.add(name);
    }
    return List.copyOf(names);
  }

  /** The {@code type} key of a layer. */
  public static String type(LayerConfig layer) {
    for (JsonSubTypes.Type type : LayerConfig.class.getAnnotation(JsonSubTypes.class).value()) {
      if (type.value().isInstance(layer)) {
        return type.name();
      }
    }
    throw new IllegalArgumentException("no name for " + layer.getClass());
  }
}
