package io.winnow.network.estimate.pass;

import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.workspace.LearningRule;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import io.winnow.network.estimate.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What training and inference of {@code ComputationGraph} have in common. */
abstract class GraphPass {
  final List<GraphNode> nodes;
  final MemoryScope scope;
  final @Nullable Workspace working;
  final @Nullable Workspace loop;
  final List<LayerBytes> bytes = new ArrayList<>();
  private final int vertices;
  private final boolean hasWorkspaces;
  private final List<Workspace> gradients = new ArrayList<>();
  private final List<List<Integer>> consumers = new ArrayList<>();
  private final List<List<Tensor>> prepared = new ArrayList<>();

  GraphPass(List<GraphNode> nodes, PassSetting setting, Phase phase) {
    this.nodes = nodes;
    this.scope = new MemoryScope(setting.type(), phase);
    this.hasWorkspaces = setting.hasWorkspaces();
    this.vertices = (int) nodes.stream().filter(node -> !node.isInput()).count();
    this.working = workspace("WS_LAYER_WORKING_MEM", LearningRule.overTime(2 * vertices));
    this.loop = workspace("WS_RNN_LOOP_WORKING_MEM", LearningRule.firstLoop());
    nodes.forEach(node -> consumers.add(new ArrayList<>()));
    for (int i = 0; i < nodes.size(); i++) {
      for (int input : nodes.get(i).inputs()) {
        consumers.get(input).add(i);
      }
    }
  }

  final @Nullable Workspace workspace(String name, LearningRule rule) {
    return hasWorkspaces ? new Workspace(name, rule) : null;
  }

  /** The workspaces of one layer each, by their number: they live on between passes. */
  final @Nullable Workspace layerWorkspace(int number) {
    if (!hasWorkspaces) {
      return null;
    }
    while (gradients.size() <= number) {
      gradients.add(
          new Workspace("WS_LAYER_ACT_" + gradients.size(), LearningRule.overTime(vertices)));
    }
    return gradients.get(number);
  }

  final List<Integer> consumers(int node) {
    return consumers.get(node);
  }

  final List<Tensor> prepared(int node) {
    return prepared.get(node);
  }

  final PassResult run(List<Tensor> inputs, int passes, @Nullable Workspace first) {
    for (int i = 0; i < passes; i++) {
      scope.beginPass();
      bytes.clear();
      prepared.clear();
      for (GraphNode node : nodes) {
        bytes.add(LayerBytes.NONE);
        prepared.add(new ArrayList<>());
        node.inputs().forEach(input -> prepared.get(prepared.size() - 1).add(Tensor.outside(0)));
      }
      pass(inputs);
    }
    return PassResult.of(
        bytes,
        Stream.concat(Stream.of(first, working, loop).filter(w -> w != null), gradients.stream()),
        scope);
  }

  abstract void pass(List<Tensor> inputs);

  /** Hands an output on: a layer's preprocessor runs as soon as its input is there. */
  final void hand(int node, Tensor output) {
    for (int consumer : consumers.get(node)) {
      GraphNode next = nodes.get(consumer);
      Tensor given = next.layer() == null ? output : next.layer().prepared(output, scope);
      for (int i = 0; i < next.inputs().size(); i++) {
        if (next.inputs().get(i) == node) {
          prepared.get(consumer).set(i, given);
        }
      }
    }
  }
}
