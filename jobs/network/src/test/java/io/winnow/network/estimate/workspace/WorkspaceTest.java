package io.winnow.network.estimate.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkspaceTest {
  @Test
  void everyArrayTakesAMultipleOf32Bytes() {
    Workspace workspace = new Workspace("all", LearningRule.firstLoop());
    workspace.open();
    workspace.allocate(1);
    workspace.allocate(32);
    workspace.allocate(33);

    assertThat(workspace.cycle()).isEqualTo(32 + 32 + 64);
  }

  @Test
  void theFirstCycleDecidesAndTheMarginIsAddedOnce() {
    Workspace workspace = new Workspace("all", LearningRule.firstLoop());

    cycle(workspace, 3200);
    assertThat(workspace.size()).isEqualTo(3360);

    cycle(workspace, 3360);
    assertThat(workspace.size()).isEqualTo(3360);

    cycle(workspace, 6400);
    assertThat(workspace.size()).as("allocated anew, without a margin").isEqualTo(6400);

    cycle(workspace, 32);
    assertThat(workspace.size()).isEqualTo(6400);
    assertThat(workspace.bytes()).isEqualTo(6400 + Workspace.SAFETY_BYTES);
  }

  @Test
  void aWorkspaceOfOneLayerLearnsOverTheLayers() {
    Workspace workspace = new Workspace("working", LearningRule.overTime(3));

    cycle(workspace, 320);
    cycle(workspace, 3200);
    cycle(workspace, 640);

    assertThat(workspace.size()).isEqualTo(3264);
  }

  @Test
  void whatHoldsNothingTakesNothing() {
    Workspace workspace = new Workspace("working", LearningRule.overTime(2));

    cycle(workspace, 0);
    cycle(workspace, 0);

    assertThat(workspace.size()).isZero();
    assertThat(workspace.bytes()).isZero();
  }

  private static void cycle(Workspace workspace, long bytes) {
    workspace.open();
    workspace.allocate(bytes);
    workspace.close();
  }
}
