package io.winnow.network.estimate.pass;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;
import static org.deeplearning4j.nn.workspace.ArrayType.BP_WORKING_MEM;
import static org.deeplearning4j.nn.workspace.ArrayType.FF_CACHE;
import static org.deeplearning4j.nn.workspace.ArrayType.FF_WORKING_MEM;
import static org.deeplearning4j.nn.workspace.ArrayType.INPUT;
import static org.deeplearning4j.nn.workspace.ArrayType.RNN_BP_LOOP_WORKING_MEM;
import static org.deeplearning4j.nn.workspace.ArrayType.RNN_FF_LOOP_WORKING_MEM;

import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.workspace.LearningRule;
import io.winnow.network.estimate.workspace.Tensor;
import io.winnow.network.estimate.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CacheMode;
import org.jspecify.annotations.Nullable;

/**
 * Training passes of {@code ComputationGraph}: as in a sequential network, but gradients of
 * activations take as many workspaces as are alive at once, from a stack of free ones.
 */
final class GraphTraining extends GraphPass {
  /** After so many passes every workspace has learned its size. */
  private static final int PASSES = 3;

  private final @Nullable Workspace activations;
  private final CacheMode cache;
  private final Deque<Integer> free = new ArrayDeque<>();

  GraphTraining(List<GraphNode> nodes, PassSetting setting) {
    super(nodes, setting, Phase.TRAINING);
    this.activations = workspace("WS_ALL_LAYERS_ACT", LearningRule.firstLoop());
    this.cache = setting.cache();
  }

  PassResult run(List<Tensor> inputs) {
    return run(inputs, PASSES, activations);
  }

  @Override
  void pass(List<Tensor> inputs) {
    scope.assign(activations, ACTIVATIONS, INPUT);
    scope.assign(working, FF_WORKING_MEM, BP_WORKING_MEM);
    scope.assign(loop, RNN_FF_LOOP_WORKING_MEM, RNN_BP_LOOP_WORKING_MEM);
    scope.assign(cache == CacheMode.NONE ? null : activations, FF_CACHE);
    scope.open(activations);
    forward(inputs);
    backward();
    score();
    scope.close(activations, null);
  }

  private void forward(List<Tensor> inputs) {
    int input = 0;
    for (int i = 0; i < nodes.size(); i++) {
      GraphNode node = nodes.get(i);
      if (node.isOutput()) {
        continue;
      }
      long held = Workspaces.cycle(activations);
      scope.open(working);
      hand(i, node.isInput() ? inputs.get(input++) : node.forward(prepared(i), scope));
      scope.close(working, activations);
      bytes.set(
          i,
          LayerBytes.NONE.withForward(
              Workspaces.cycle(activations) - held,
              Workspaces.lastCycle(working),
              Workspaces.lastCycle(loop)));
    }
  }

  private void backward() {
    scope.assign(working, ACTIVATIONS);
    free.clear();
    int numbered = 0;
    Map<Integer, List<Integer>> closing = new HashMap<>();
    Map<Integer, Tensor> epsilons = new HashMap<>();
    boolean frozen = false;
    for (int i = nodes.size() - 1; i >= 0; i--) {
      GraphNode node = nodes.get(i);
      frozen |= node.stopsGradients();
      if (!node.isInput() && !frozen) {
        int number = free.isEmpty() ? numbered++ : free.pop();
        int consumedBy = node.inputs().stream().mapToInt(Integer::intValue).min().orElse(0);
        closing.computeIfAbsent(consumedBy, unused -> new ArrayList<>()).add(number);
        backward(i, number, epsilons);
      }
      for (int number : closing.getOrDefault(i, List.of())) {
        scope.close(layerWorkspace(number), activations);
        free.push(number);
      }
    }
  }

  private void backward(int index, int number, Map<Integer, Tensor> epsilons) {
    GraphNode node = nodes.get(index);
    Workspace gradients = layerWorkspace(number);
    scope.assign(gradients, ACTIVATION_GRAD);
    scope.open(gradients);
    scope.open(working);
    List<Tensor> results =
        node.backward(prepared(index), epsilons.getOrDefault(index, Tensor.outside(0)), scope);
    scope.close(working, activations);
    for (int i = 0; i < results.size(); i++) {
      epsilons.putIfAbsent(node.inputs().get(i), results.get(i));
    }
    bytes.set(
        index,
        bytes
            .get(index)
            .withBackward(
                Workspaces.cycle(gradients),
                "WS_LAYER_ACT_" + number,
                Workspaces.lastCycle(working),
                Workspaces.lastCycle(loop)));
  }

  private void score() {
    scope.assign(activations, ACTIVATIONS);
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).isOutput()) {
        long held = Workspaces.cycle(activations);
        scope.open(working);
        nodes.get(i).score(prepared(i), scope);
        scope.close(working, activations);
        bytes.set(
            i,
            bytes
                .get(i)
                .withScore(Workspaces.cycle(activations) - held, Workspaces.lastCycle(working)));
      }
    }
  }
}
