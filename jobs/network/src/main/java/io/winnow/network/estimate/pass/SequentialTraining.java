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
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import io.winnow.network.estimate.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CacheMode;
import org.jspecify.annotations.Nullable;

/**
 * Training passes of {@code MultiLayerNetwork}: activations of all layers stay in one workspace;
 * working memory is opened per layer; gradients of activations alternate between two workspaces,
 * each as large as the largest gradient of its layers.
 */
final class SequentialTraining {
  /** After so many passes every workspace has learned its size. */
  private static final int PASSES = 4;

  private final List<Node> nodes;
  private final PassSetting setting;
  private final MemoryScope scope;
  private final @Nullable Workspace activations;
  private final @Nullable Workspace working;
  private final @Nullable Workspace loop;
  private final @Nullable Workspace even;
  private final @Nullable Workspace odd;
  private final List<Tensor> inputs = new ArrayList<>();
  private final List<LayerBytes> bytes = new ArrayList<>();

  SequentialTraining(List<Node> nodes, PassSetting setting) {
    this.nodes = nodes;
    this.setting = setting;
    this.scope = new MemoryScope(setting.type(), Phase.TRAINING);
    int layers = nodes.size();
    int preprocessors = (int) nodes.stream().filter(node -> node.preprocessor() != null).count();
    this.activations = workspace("WS_ALL_LAYERS_ACT", LearningRule.firstLoop());
    this.working =
        workspace("WS_LAYER_WORKING_MEM", LearningRule.overTime(2 * (layers + preprocessors)));
    this.even = workspace("WS_LAYER_ACT_1", LearningRule.overTime(layers));
    this.odd = workspace("WS_LAYER_ACT_2", LearningRule.overTime(layers));
    this.loop = workspace("WS_RNN_LOOP_WORKING_MEM", LearningRule.firstLoop());
  }

  private @Nullable Workspace workspace(String name, LearningRule rule) {
    return setting.hasWorkspaces() ? new Workspace(name, rule) : null;
  }

  PassResult run(Tensor input) {
    for (int i = 0; i < PASSES; i++) {
      scope.beginPass();
      pass(input);
    }
    return PassResult.of(
        bytes, Stream.of(activations, working, even, odd, loop).filter(w -> w != null), scope);
  }

  private void pass(Tensor input) {
    inputs.clear();
    bytes.clear();
    nodes.forEach(node -> bytes.add(LayerBytes.NONE));
    scope.assign(activations, ACTIVATIONS, INPUT);
    scope.assign(working, FF_WORKING_MEM, BP_WORKING_MEM);
    scope.assign(loop, RNN_FF_LOOP_WORKING_MEM, RNN_BP_LOOP_WORKING_MEM);
    scope.assign(setting.cache() == CacheMode.NONE ? null : activations, FF_CACHE);
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
      bytes.set(
          i,
          bytes
              .get(i)
              .withForward(
                  Workspaces.cycle(activations) - held,
                  Workspaces.lastCycle(working),
                  Workspaces.lastCycle(loop)));
    }
    long held = Workspaces.cycle(activations);
    inputs.add(nodes.get(last).prepared(current, scope));
    bytes.set(last, bytes.get(last).withForward(Workspaces.cycle(activations) - held, 0, 0));
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
      Workspace gradients = i % 2 == 0 ? even : odd;
      scope.assign(gradients, ACTIVATION_GRAD);
      scope.open(gradients);
      scope.open(working);
      epsilon = node.gradient(node.layer().backward(inputs.get(i), epsilon, scope), scope);
      scope.close(closeNext, working);
      scope.close(working, activations);
      closeNext = gradients;
      bytes.set(
          i,
          bytes
              .get(i)
              .withBackward(
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
    bytes.set(
        last,
        bytes
            .get(last)
            .withScore(Workspaces.cycle(activations) - held, Workspaces.lastCycle(working)));
  }
}
