package io.winnow.network.estimate.pass;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.FF_WORKING_MEM;
import static org.deeplearning4j.nn.workspace.ArrayType.INPUT;
import static org.deeplearning4j.nn.workspace.ArrayType.RNN_FF_LOOP_WORKING_MEM;

import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.workspace.Tensor;
import io.winnow.network.estimate.workspace.Workspace;
import java.util.List;

/**
 * Inference of {@code MultiLayerNetwork}: outputs alternate between two workspaces, which also take
 * most of the layers' working memory; the last output is detached.
 */
final class SequentialInference extends SequentialPass {
  /** After so many passes every workspace has learned its size. */
  private static final int PASSES = 6;

  SequentialInference(List<Node> nodes, PassSetting setting) {
    super(nodes, setting, Phase.INFERENCE);
  }

  PassResult run(Tensor input) {
    return run(input, PASSES, null);
  }

  @Override
  void pass(Tensor input) {
    scope.assign(working, FF_WORKING_MEM);
    scope.assign(loop, RNN_FF_LOOP_WORKING_MEM);
    Workspace closeNext = null;
    Tensor current = input;
    for (int i = 0; i < nodes.size(); i++) {
      Workspace outputs = layerWorkspace(i);
      Workspace before = layerWorkspace(i + 1);
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
      count(
          i,
          counted ->
              counted
                  .withForward(held, Workspaces.lastCycle(working), Workspaces.lastCycle(loop))
                  .withHome(outputs == null ? "" : outputs.name()));
    }
    scope.close(closeNext, null);
  }
}
