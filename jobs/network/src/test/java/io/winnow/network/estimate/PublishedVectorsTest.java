package io.winnow.network.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.network.estimate.layer.Execution;
import io.winnow.network.estimate.layer.Helpers;
import io.winnow.network.estimate.layer.Release;
import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.pass.PassSetting;
import io.winnow.network.estimate.workspace.Workspace;
import io.winnow.network.estimate.zoo.PublishedNetworks;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.junit.jupiter.api.Test;

/**
 * What was published of a GPU: VGG-16 of Deeplearning4j's zoo, 200 classes, batch 16, no cuDNN, on
 * 1.0.0-beta3 (deeplearning4j issue 6889): "Total Activations Memory" 929.98 MB, the input
 * included, and WS_LAYER_WORKING_MEM 3.71 GB, in units of 1024.
 */
class PublishedVectorsTest {
  private static final int BATCH = 16;
  private static final double MIB = 1 << 20;
  private static final double GIB = 1 << 30;
  private static final long FLOAT = Float.BYTES;

  private final NetworkModel vgg16 = PublishedNetworks.vgg16Model(200);

  @Test
  void activationsAreThePublishedOnes() {
    long outputs =
        vgg16.layers(Phase.TRAINING, BATCH).stream()
            .mapToLong(layer -> product(layer.outputShape()))
            .sum();
    long input = BATCH * 3L * 224 * 224;

    assertThat(rounded((outputs + input) * FLOAT / MIB)).isEqualTo("929.98");
  }

  @Test
  void workingMemoryIsThePublishedOneOfThatRelease() {
    assertThat(rounded(workingMemory(Release.BETA3) / GIB)).isEqualTo("3.71");
  }

  /** Twice the columns of the second convolution and its output, and what a workspace adds. */
  @Test
  void theSecondConvolutionDecidesIt() {
    long columns = BATCH * 64L * 3 * 3 * 224 * 224;
    long output = BATCH * 64L * 224 * 224;

    assertThat(workingMemory(Release.BETA3) / (1.02 * (2 * columns + output) * FLOAT))
        .isBetween(1.0, 1.001);
  }

  /** The release that Winnow trains with takes a third array of columns, and two more of output. */
  @Test
  void thisReleaseTakesMore() {
    long columns = BATCH * 64L * 3 * 3 * 224 * 224;
    long output = BATCH * 64L * 224 * 224;

    assertThat(workingMemory(Release.M2_1) / (1.02 * (3 * columns + 3 * output) * FLOAT))
        .isBetween(1.0, 1.001);
  }

  private double workingMemory(Release release) {
    return vgg16
        .pass(
            Phase.TRAINING,
            BATCH,
            new Execution(CacheMode.NONE, Helpers.OFF, release),
            new PassSetting(DataType.FLOAT32, WorkspaceMode.ENABLED, CacheMode.NONE))
        .workspaces()
        .stream()
        .filter(workspace -> workspace.name().equals("WS_LAYER_WORKING_MEM"))
        .mapToLong(Workspace::bytes)
        .sum();
  }

  private static long product(List<Long> shape) {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  private static String rounded(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
