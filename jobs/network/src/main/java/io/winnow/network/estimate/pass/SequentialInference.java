package io.winnow.network.estimate.pass;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.FF_WORKING_MEM;
import static org.deeplearning4j.nn.workspace.ArrayType.INPUT;
import static org.deeplearning4j.nn.workspace.ArrayType.RNN_FF_LOOP_WORKING_MEM;

import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.workspace.LearningRule;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import io.winnow.network.estimate.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Inference of {@code MultiLayerNetwork}: outputs alternate between two workspaces, which also take
 * most of the layers' working memory; the last output is detached.
 */
final class SequentialInference {
  /** After so many passes every workspace has learned its size. */
  private static final int PASSES = 6;

  private final List<Node> nodes;
  private final PassSetting setting;
  private final MemoryScope scope;
  private final @Nullable Workspace working;
  private final @Nullable Workspace loop;
  private final @Nullable Workspace even;
  private final @Nullable Workspace odd;
  private final List<LayerBytes> bytes = new ArrayList<>();

  SequentialInference(List<Node> nodes, PassSetting setting) {
    this.nodes = nodes;
    this.setting = setting;
    this.scope = new MemoryScope(setting.type(), Phase.INFERENCE);
    int layers = nodes.size();
    int preprocessors = (int) nodes.stream().filter(node -> node.preprocessor() != null).count();
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
    return PassResult.of(bytes, Stream.of(working, even, odd, loop).filter(w -> w != null), scope);
  }

  private void pass(Tensor input) {
    bytes.clear();
    nodes.forEach(node -> bytes.add(LayerBytes.NONE));
    scope.assign(working, FF_WORKING_MEM);
    scope.assign(loop, RNN_FF_LOOP_WORKING_MEM);
    Workspace closeNext = null;
    Tensor current = input;
    for (int i = 0; i < nodes.size(); i++) {
      Workspace outputs = i % 2 == 0 ? even : odd;
      Workspace before = i % 2 == 0 ? odd : even;
      scope.assign(outputs, ACTIVATIONS);
      scope.assign(i == 0 ? working : before, INPUT);
      scope.open(working);
      scope.open(outputs);
      Tensor prepared = nodes.get(i).prepared(current, scope);
      if (i == nodes.size() - 1) {
        scope.assign(null, ACTIVATIONS);
      }
      current = nodes.get(i).layer().forward(prepared, scope);
      long held = Workspaces.cycle(outputs);
      scope.close(closeNext, outputs);
      scope.close(working, null);
      closeNext = outputs;
      bytes.set(
          i,
          bytes
              .get(i)
              .withForward(held, Workspaces.lastCycle(working), Workspaces.lastCycle(loop))
              .withHome(outputs == null ? "" : outputs.name()));
    }
    scope.close(closeNext, null);
  }
}
