package io.winnow.core.config.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GpuCatalogueTest {
  private static final long MIB = 1 << 20;

  private final GpuCatalogue catalogue = ConfigLoader.loadGpus();

  /** Memory as nvidia-smi shows it, within what the driver itself takes of it. */
  @ParameterizedTest
  @CsvSource({
    "Tesla K80,11441,3.7",
    "Tesla T4,15360,7.5",
    "Tesla P40,22919,6.1",
    "Tesla V100-SXM2-16GB,16160,7.0",
    "NVIDIA A10,23028,8.6",
    "NVIDIA A10G,23028,8.6",
    "NVIDIA L4,23034,8.9",
    "NVIDIA L40S,46068,8.9",
    "NVIDIA A40,46068,8.6",
    "NVIDIA A100-SXM4-40GB,40960,8.0",
    "NVIDIA A100-SXM4-80GB,81920,8.0",
    "NVIDIA RTX A6000,49140,8.6",
    "NVIDIA GeForce RTX 3090,24576,8.6",
    "NVIDIA GeForce RTX 2080 Ti,11264,7.5",
    "NVIDIA H100 80GB HBM3,81559,9.0",
  })
  void memoryIsWhatTheDriverShows(String name, long mebibytes, String capability) {
    Gpu gpu = catalogue.named(name);

    assertThat(gpu.bytes() / MIB).isBetween(mebibytes, mebibytes + mebibytes / 50);
    assertThat(gpu.capability()).isEqualTo(ComputeCapability.of(capability));
  }

  @ParameterizedTest
  @CsvSource({"t4,T4", "nvidia tesla t4,T4", "rtx2080ti,RTX 2080 Ti", "a100,A100-40GB"})
  void namesHaveNoCaseAndNoBrand(String asked, String found) {
    assertThat(catalogue.named(asked).name()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "3.7,true",
    "5.0,true",
    "6.1,true",
    "7.5,true",
    "8.0,true",
    "8.6,true",
    // Ada runs the code for 8.6, Xavier that for 7.0
    "8.9,true",
    "7.2,true",
    "3.5,false",
    "9.0,false",
    "10.0,false",
    "12.0,false"
  })
  void codeRunsWithinOneMajorVersionUpwards(String capability, boolean supported) {
    assertThat(catalogue.refusal(ComputeCapability.of(capability)).isEmpty()).isEqualTo(supported);
  }

  @Test
  void theRefusalSaysWhy() {
    assertThat(catalogue.refusal(catalogue.named("H100").capability()))
        .hasValue(
            "compute capability 9.0, but nd4j-cuda-11.6 1.0.0-M2.1 holds machine code for 3.7, 5.0,"
                + " 5.2, 6.0, 6.1, 7.0, 7.5, 8.0, 8.6 only, and no PTX to compile for others");
  }

  @Test
  void anUnknownNameListsNearOnes() {
    assertThatThrownBy(() -> catalogue.named("RTX 3095"))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageStartingWith("--gpu 'RTX 3095': not in conf/gpus.yaml; near are RTX 3090, ")
        .hasMessageEndingWith("or let --gpu auto ask nvidia-smi");
  }

  @Test
  void twoGpusOfOneNameAreRefused() {
    ComputeCapability capability = ComputeCapability.of("7.5");
    Gpu one = new Gpu("T4", List.of(), 16, capability, Ecc.INLINE);
    Gpu other = new Gpu("Other", List.of("Tesla T4"), 16, capability, Ecc.INLINE);

    assertThatThrownBy(() -> new GpuCatalogue(catalogue.backend(), List.of(one, other)))
        .hasMessage("T4 and Other share a name");
  }
}
