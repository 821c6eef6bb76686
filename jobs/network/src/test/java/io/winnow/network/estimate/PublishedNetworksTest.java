package io.winnow.network.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.source.NetworkFiles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The networks of {@code conf/networks}. Parameters are those of the publications, batch statistics
 * included; the U-Net has no weights in its upsampling, and the last two are counted by hand.
 */
class PublishedNetworksTest {
  private static final Path FOLDER = Path.of("../../conf/networks");
  private static final long LIMIT_MILLISECONDS = 100;
  private static final int ROUNDS = 5;

  @ParameterizedTest
  @CsvSource({
    "lenet,1256080",
    "alexnet,62378344",
    "vgg16,138357544",
    "resnet50,25636712",
    "unet,31378945",
    "char-lstm,558677",
    "transformer,103104"
  })
  void estimatesAreQuickAndCountsAreThePublishedOnes(String name, long parameters) {
    NetworkModel network = NetworkFiles.read(FOLDER.resolve(name + ".json"), null);
    Dl4jEstimator estimator = new Dl4jEstimator(network, RunSetting.defaults());
    long best = Long.MAX_VALUE;
    Estimate estimate = null;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      estimate = estimator.estimate(16, DataType.FLOAT32);
      best = Math.min(best, System.nanoTime() - start);
    }

    System.out.printf(Locale.ROOT, "estimate of %s: %.1f ms%n", name, best / 1e6);

    assertThat(estimate).isNotNull();
    assertThat(estimate.total().parametersWithGradient().elements()).isEqualTo(2 * parameters);
    assertThat(estimate.warnings()).isEmpty();
    assertThat(TimeUnit.NANOSECONDS.toMillis(best)).as(name).isLessThan(LIMIT_MILLISECONDS);
  }
}
