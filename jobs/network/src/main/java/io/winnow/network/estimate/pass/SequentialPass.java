package io.winnow.network.estimate.pass;

import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.workspace.LearningRule;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import io.winnow.network.estimate.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What training and inference of {@code MultiLayerNetwork} have in common. */
abstract class SequentialPass {
  final List<Node> nodes;
  final MemoryScope scope;
  final @Nullable Workspace working;
  final @Nullable Workspace loop;
  private final boolean hasWorkspaces;
  private final @Nullable Workspace even;
  private final @Nullable Workspace odd;
  private final List<LayerBytes> bytes = new ArrayList<>();

  SequentialPass(List<Node> nodes, PassSetting setting, Phase phase) {
    this.nodes = nodes;
    this.scope = new MemoryScope(setting.type(), phase);
    this.hasWorkspaces = setting.hasWorkspaces();
    int layers = nodes.size();
    int preprocessors = (int) nodes.stream().filter(node -> node.preprocessor() != null).count();
    this.working =
        workspace("WS_LAYER_WORKING_MEM", LearningRule.overTime(2 * (layers + preprocessors)));
    this.even = workspace("WS_LAYER_ACT_1", LearningRule.overTime(layers));
    this.odd = workspace("WS_LAYER_ACT_2", LearningRule.overTime(layers));
    this.loop = workspace("WS_RNN_LOOP_WORKING_MEM", LearningRule.firstLoop());
  }

  final @Nullable Workspace workspace(String name, LearningRule rule) {
    return hasWorkspaces ? new Workspace(name, rule) : null;
  }

  /** The workspace of one layer: neighbours have different ones. */
  final @Nullable Workspace layerWorkspace(int layer) {
    return layer % 2 == 0 ? even : odd;
  }

  final void count(int layer, UnaryOperator<LayerBytes> addition) {
    bytes.set(layer, addition.apply(bytes.get(layer)));
  }

  final PassResult run(Tensor input, int passes, @Nullable Workspace first) {
    for (int i = 0; i < passes; i++) {
      scope.beginPass();
      bytes.clear();
      nodes.forEach(node -> bytes.add(LayerBytes.NONE));
      pass(input);
    }
    return PassResult.of(
        bytes, Stream.of(first, working, even, odd, loop).filter(w -> w != null), scope);
  }

  abstract void pass(Tensor input);
}
