package io.winnow.network.estimate.vertex;

import io.winnow.network.estimate.workspace.Layout;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.L2Vertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.graph.rnn.DuplicateToTimeSeriesVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;

/** Which arrays belong to which vertex class. */
public final class VertexMemories {
  private static final Map<Class<?>, Function<VertexSite, VertexMemory>> MODELS = models();

  private static final Set<String> NAMES =
      MODELS.keySet().stream().map(Class::getName).collect(Collectors.toUnmodifiableSet());

  private VertexMemories() {}

  private static Map<Class<?>, Function<VertexSite, VertexMemory>> models() {
    Map<Class<?>, Function<VertexSite, VertexMemory>> models = new HashMap<>();
    for (Class<?> copying :
        new Class<?>[] {
          MergeVertex.class,
          SubsetVertex.class,
          StackVertex.class,
          UnstackVertex.class,
          ScaleVertex.class,
          ShiftVertex.class,
          ReshapeVertex.class,
          PoolHelperVertex.class
        }) {
      models.put(copying, site -> new CopyingVertex(site, Layout.ROW_MAJOR, Layout.ROW_MAJOR));
    }
    models.put(
        LastTimeStepVertex.class,
        site -> new CopyingVertex(site, Layout.ROW_MAJOR, Layout.COLUMN_MAJOR));
    models.put(
        DuplicateToTimeSeriesVertex.class,
        site -> new CopyingVertex(site, Layout.COLUMN_MAJOR, Layout.ROW_MAJOR));
    models.put(
        ReverseTimeSeriesVertex.class,
        site -> new CopyingVertex(site, Layout.COLUMN_MAJOR, Layout.COLUMN_MAJOR));
    models.put(ElementWiseVertex.class, ElementWiseMemory::new);
    models.put(PreprocessorVertex.class, PreprocessorVertexMemory::new);
    models.put(L2NormalizeVertex.class, NormVertexMemory::new);
    models.put(L2Vertex.class, DistanceVertexMemory::new);
    return Map.copyOf(models);
  }

  /** Names of the vertex classes whose arrays are known. */
  public static Set<String> classNames() {
    return NAMES;
  }

  /** Whether the arrays of a vertex class are known. */
  public static boolean covers(GraphVertex vertex) {
    return MODELS.containsKey(vertex.getClass());
  }

  /** The arrays of a vertex in its place; a bound where its class is not covered. */
  public static VertexMemory of(VertexSite site) {
    return MODELS.getOrDefault(site.vertex().getClass(), UncoveredVertex::new).apply(site);
  }
}
