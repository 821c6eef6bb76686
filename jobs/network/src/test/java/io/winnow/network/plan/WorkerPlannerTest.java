package io.winnow.network.plan;

import static io.winnow.network.plan.HandComputed.MIB;
import static io.winnow.network.plan.HandComputed.T4;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.winnow.core.config.Json;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Dl4jEstimator;
import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.RunSetting;
import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.source.NetworkFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerPlannerTest {
  private static final Device SMALL = Device.executor(2_048 * MIB);

  @ParameterizedTest
  @ValueSource(strings = {"lenet", "alexnet", "char-lstm", "unet", "transformer"})
  void memoryGrowsWithTheBatchSoBisectionIsExact(String name) {
    Dl4jEstimator estimator = new Dl4jEstimator(network(name), RunSetting.defaults());
    long before = 0;
    for (int batch = 1; batch <= 40; batch++) {
      long bytes = estimator.estimate(batch, DataType.FLOAT32).bytes(Phase.TRAINING);
      assertThat(bytes).as("%s, batch %d", name, batch).isGreaterThan(before);
      before = bytes;
    }
  }

  @Test
  void theLargestBatchFitsAndTheNextOneDoesNot() {
    WorkerPlan plan = plan("lenet", T4, 1, 3, null);

    assertThat(plan.fits()).isTrue();
    assertThat(plan.advice()).isEmpty();
    assertThat(plan.batch()).isEqualTo(plan.largestBatch().perDevice());
    assertThat(plan.workers()).extracting(WorkerPlan.Workers::inOneJvm).isEqualTo(3L);
    long room = plan.usableBytes() - 600 * MIB;
    assertThat(3 * plan.worker().bytes()).isLessThanOrEqualTo(room);
    assertThat(3 * bytes("lenet", plan.batch() + 1)).isGreaterThan(room);
    assertThat(bytes("lenet", plan.largestBatch().oneWorker())).isLessThanOrEqualTo(room);
    assertThat(bytes("lenet", plan.largestBatch().oneWorker() + 1)).isGreaterThan(room);
  }

  @Test
  void workersAreSpreadOverDevicesRoundedUp() {
    assertThat(plan("lenet", T4, 2, 3, 64).workers().perDevice()).isEqualTo(2);
    assertThat(plan("lenet", T4, 2, 4, 64).workers().perDevice()).isEqualTo(2);
  }

  @Test
  void whatIsTooLargeGetsCostedAdvice() {
    WorkerPlan plan = plan("vgg16", T4, 1, 2, 64);

    assertThat(plan.fits()).isFalse();
    assertThat(plan.dominant().term()).isEqualTo("WS_LAYER_WORKING_MEM");
    int batch = plan.largestBatch().perDevice();
    assertThat(plan.advice()).extracting(Advice::change).first().isEqualTo("batch " + batch);
    assertThat(plan.advice())
        .filteredOn(advice -> advice.change().startsWith("batch"))
        .extracting(Advice::workerBytes)
        .containsExactly(bytes("vgg16", batch));
    assertThat(plan.advice())
        .extracting(Advice::change)
        .contains("helpers on (cuDNN)", "dtype float16", "updater sgd");
    assertThat(plan.advice())
        .allMatch(advice -> advice.workerBytes() + advice.savedBytes() == plan.worker().bytes());
    assertThat(plan.refusal())
        .startsWith("2 workers of 30.3 GiB at batch 64 do not fit T4 of 15.0 GiB, which holds 0;")
        .endsWith("what helps: batch " + batch);
  }

  @Test
  void sequencesMayBeShorter() {
    WorkerPlan plan = plan("char-lstm", SMALL, 1, 1, 1_000);

    assertThat(plan.fits()).isFalse();
    assertThat(plan.advice())
        .filteredOn(advice -> advice.change().matches("back-propagation truncated to [0-9]+ steps"))
        .singleElement()
        .extracting(Advice::fits)
        .isEqualTo(true);
  }

  @Test
  void moreDevicesHelpOnlyWhereOneWorkerFits() {
    assertThat(plan("lenet", SMALL, 1, 9, 64).advice())
        .extracting(Advice::change)
        .anyMatch(change -> change.matches("[0-9]+ executors instead of 1"));
    assertThat(plan("vgg16", SMALL, 1, 1, 64).advice())
        .extracting(Advice::change)
        .noneMatch(change -> change.contains("instead of"));
  }

  @Test
  void whereNotEvenOneExampleFitsThePlanSaysSo() {
    WorkerPlan plan = plan("vgg16", SMALL, 1, 1, null);

    assertThat(plan.fits()).isFalse();
    assertThat(plan.batch()).isEqualTo(1);
    assertThat(plan.largestBatch()).isEqualTo(new WorkerPlan.LargestBatch(0, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lenet", "vgg16"})
  void theJsonIsWhatTheSchemaSays(String name) throws IOException {
    for (Device device : List.of(T4, SMALL)) {
      JsonNode json = Json.MAPPER.readTree(plan(name, device, 1, 2, 64).json());
      try (InputStream schema =
          getClass().getResourceAsStream("/io/winnow/schemas/plan.schema.json")) {
        assertThat(
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema).validate(json))
            .isEmpty();
      }
    }
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> plan("lenet", T4, 0, 1, 1)).hasMessage("--gpus 0: not above 0");
    assertThatThrownBy(() -> plan("lenet", T4, 1, 0, 1)).hasMessage("--workers 0: not above 0");
    assertThatThrownBy(() -> plan("lenet", T4, 1, 1, 0)).hasMessage("--batch 0: not above 0");
    assertThatThrownBy(() -> plan("lenet", T4, 1, 101, 1)).hasMessageContaining("more than 100");
    for (double margin : new double[] {-0.1, 1, Double.NaN}) {
      assertThatThrownBy(
              () ->
                  new PlanRequest(
                      network("lenet"),
                      RunSetting.defaults(),
                      DataType.FLOAT32,
                      T4,
                      1,
                      1,
                      margin,
                      1))
          .hasMessageStartingWith("--margin " + margin + ": not a share from 0");
    }
  }

  private static WorkerPlan plan(
      String name, Device device, int devices, int workers, @Nullable Integer batch) {
    return new WorkerPlanner(
            new PlanRequest(
                network(name),
                RunSetting.defaults(),
                DataType.FLOAT32,
                device,
                devices,
                workers,
                0.1,
                batch))
        .plan();
  }

  private static long bytes(String name, int batch) {
    return new Dl4jEstimator(network(name), RunSetting.defaults())
        .estimate(batch, DataType.FLOAT32)
        .bytes(Phase.TRAINING);
  }

  private static NetworkModel network(String name) {
    return NetworkFiles.read(Path.of("../../conf/networks/" + name + ".json"), null);
  }
}
