package io.winnow.network.estimate.pass;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.FF_WORKING_MEM;
import static org.deeplearning4j.nn.workspace.ArrayType.INPUT;
import static org.deeplearning4j.nn.workspace.ArrayType.RNN_FF_LOOP_WORKING_MEM;

import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.workspace.Tensor;
import io.winnow.network.estimate.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Inference of {@code ComputationGraph}: every output keeps a workspace of its own until all that
 * need it have had it.
 */
final class GraphInference extends GraphPass {
  /** After so many passes every workspace has seen its largest need. */
  private static final int PASSES = 3;

  private final Deque<Integer> free = new ArrayDeque<>();

  GraphInference(List<GraphNode> nodes, PassSetting setting) {
    super(nodes, setting, Phase.INFERENCE);
  }

  PassResult run(List<Tensor> inputs) {
    return run(inputs, PASSES, null);
  }

  @Override
  void pass(List<Tensor> inputs) {
    scope.assign(working, FF_WORKING_MEM);
    scope.assign(loop, RNN_FF_LOOP_WORKING_MEM);
    free.clear();
    int numbered = 0;
    int input = 0;
    Map<Integer, List<Integer>> closing = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      GraphNode node = nodes.get(i);
      int number = free.isEmpty() ? numbered++ : free.pop();
      int consumedBy =
          consumers(i).stream().mapToInt(Integer::intValue).max().orElse(nodes.size() - 1);
      closing.computeIfAbsent(consumedBy, unused -> new ArrayList<>()).add(number);
      forward(i, number, node.isInput() ? inputs.get(input++) : null);
      for (int closed : closing.getOrDefault(i, List.of())) {
        Workspace workspace = layerWorkspace(closed);
        if (workspace != null && workspace.isOpen()) {
          scope.close(workspace, null);
        }
        free.push(closed);
      }
    }
  }

  private void forward(int index, int number, @Nullable Tensor input) {
    GraphNode node = nodes.get(index);
    Workspace outputs = layerWorkspace(number);
    scope.assign(outputs, INPUT);
    if (node.isOutput()) {
      scope.assign(null, ACTIVATIONS);
    } else {
      scope.assign(outputs, ACTIVATIONS);
      scope.open(outputs);
    }
    scope.open(working);
    hand(index, input == null ? node.forward(prepared(index), scope) : input);
    long held = Workspaces.cycle(outputs);
    scope.close(working, null);
    bytes.set(
        index,
        LayerBytes.NONE
            .withForward(held, Workspaces.lastCycle(working), Workspaces.lastCycle(loop))
            .withHome(node.isOutput() ? "" : "WS_LAYER_ACT_" + number));
  }
}
