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
import io.winnow.network.estimate.layer.FrozenMemory;
import io.winnow.network.estimate.layer.OutputMemory;
import io.winnow.network.estimate.workspace.LearningRule;
import io.winnow.network.estimate.workspace.Tensor;
import io.winnow.network.estimate.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CacheMode;
import org.jspecify.annotations.Nullable;

/**
 * Training passes of {@code MultiLayerNetwork}: activations of all layers stay in one workspace;
 * working memory is opened per layer; gradients of activations alternate between two workspaces,
 * each as large as the largest gradient of its layers.
 */
final class SequentialTraining extends SequentialPass {
  /** After so many passes every workspace has learned its size. */
  private static final int PASSES = 4;

  private final CacheMode cache;
  private final @Nullable Workspace activations;
  private final List<Tensor> inputs = new ArrayList<>();

  SequentialTraining(List<Node> nodes, PassSetting setting) {
    super(nodes, setting, Phase.TRAINING);
    this.cache = setting.cache();
    this.activations = workspace("WS_ALL_LAYERS_ACT", LearningRule.firstLoop());
  }

  PassResult run(Tensor input) {
    return run(input, PASSES, activations);
  }

  @Override
  void pass(Tensor input) {
    inputs.clear();
    scope.assign(activations, ACTIVATIONS, INPUT);
    scope.assign(working, FF_WORKING_MEM, BP_WORKING_MEM);
    scope.assign(loop, RNN_FF_LOOP_WORKING_MEM, RNN_BP_LOOP_WORKING_MEM);
    scope.assign(cache == CacheMode.NONE ? null : activations, FF_CACHE);
    scope.open(activations);
    forward(input);
    backward();
    score();
    scope.close(activations, null);
  }

  /** All layers but the last, whose forward pass is part of its backward pass. */
  private void forward(Tensor input) {
    Tensor current = input;
    int last = nodes.size() - 1;
    for (int i = 0; i < last; i++) {
      long held = Workspaces.cycle(activations);
      scope.open(working);
      Tensor prepared = nodes.get(i).prepared(current, scope);
      inputs.add(prepared);
      current = nodes.get(i).layer().forward(prepared, scope);
      scope.close(working, activations);
      count(
          i,
          counted ->
              counted.withForward(
                  Workspaces.cycle(activations) - held,
                  Workspaces.lastCycle(working),
                  Workspaces.lastCycle(loop)));
    }
    long held = Workspaces.cycle(activations);
    inputs.add(nodes.get(last).prepared(current, scope));
    count(last, counted -> counted.withForward(Workspaces.cycle(activations) - held, 0, 0));
  }

  private void backward() {
    scope.assign(working, ACTIVATIONS);
    Workspace closeNext = null;
    Tensor epsilon = Tensor.outside(0);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (node.layer() instanceof FrozenMemory frozen && frozen.stopsGradients()) {
        break;
      }
      Workspace gradients = layerWorkspace(i);
      scope.assign(gradients, ACTIVATION_GRAD);
      scope.open(gradients);
      scope.open(working);
      epsilon = node.gradient(node.layer().backward(inputs.get(i), epsilon, scope), scope);
      scope.close(closeNext, working);
      scope.close(working, activations);
      closeNext = gradients;
      count(
          i,
          counted ->
              counted.withBackward(
                  Workspaces.cycle(gradients),
                  gradients == null ? "" : gradients.name(),
                  Workspaces.lastCycle(working),
                  Workspaces.lastCycle(loop)));
    }
    scope.close(closeNext, activations);
  }

  private void score() {
    int last = nodes.size() - 1;
    if (!(nodes.get(last).layer() instanceof OutputMemory output)) {
      return;
    }
    scope.assign(activations, ACTIVATIONS);
    long held = Workspaces.cycle(activations);
    scope.open(working);
    output.score(inputs.get(last), scope);
    scope.close(working, activations);
    count(
        last,
        counted ->
            counted.withScore(Workspaces.cycle(activations) - held, Workspaces.lastCycle(working)));
  }
}
