package io.winnow.network.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.gpu.ComputeCapability;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvidiaSmiTest {
  private static final String HEADINGS = "name, memory.total [MiB], compute_cap\n";

  @TempDir private Path folder;

  @Test
  void everyLineIsAGpu() {
    assertThat(
            parse(
                HEADINGS
                    + "Tesla T4, 15360 MiB, 7.5\n"
                    + "NVIDIA A100-SXM4-40GB, 40960 MiB, 8.0\n"
                    + "NVIDIA RTX PRO 6000 Blackwell Workstation Edition, 97887 MiB, 12.0\n"))
        .containsExactly(
            gpu("Tesla T4", 15_360, "7.5"),
            gpu("NVIDIA A100-SXM4-40GB", 40_960, "8.0"),
            gpu("NVIDIA RTX PRO 6000 Blackwell Workstation Edition", 97_887, "12.0"));
  }

  @Test
  void whatIsNoGpuIsRefused() {
    assertThatThrownBy(() -> parse("No devices were found\n"))
        .hasMessageContaining("tells of no GPU: No devices were found");
    assertThatThrownBy(() -> parse(HEADINGS + "Tesla K80, [N/A], 3.7\n"))
        .hasMessageContaining("printed 'Tesla K80, [N/A], 3.7' where");
    assertThatThrownBy(() -> parse(""))
        .hasMessageEndingWith("name the GPU instead, as in --gpu T4");
  }

  @Test
  void theToolIsAsked() throws IOException {
    Path tool =
        tool(
            """
            [ "$*" = "--query-gpu=name,memory.total,compute_cap --format=csv" ] || exit 2
            echo 'name, memory.total [MiB], compute_cap'
            echo 'NVIDIA L4, 23034 MiB, 8.9'
            """);

    assertThat(new NvidiaSmi(tool.toString()).gpus())
        .containsExactly(gpu("NVIDIA L4", 23_034, "8.9"));
  }

  @Test
  void aToolThatFailsSaysWhy() throws IOException {
    Path tool =
        tool(
            "echo \"NVIDIA-SMI has failed because it couldn't communicate with the driver.\"; exit 9");

    assertThatThrownBy(() -> new NvidiaSmi(tool.toString()).gpus())
        .hasMessageContaining("failed: NVIDIA-SMI has failed because it couldn't communicate");
  }

  @Test
  void aMissingToolHasARemedy() {
    assertThatThrownBy(() -> new NvidiaSmi(folder.resolve("absent").toString()).gpus())
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("absent cannot be started here; name the GPU of the cluster");
  }

  private static List<Device> parse(String text) {
    return new NvidiaSmi("nvidia-smi").parse(text);
  }

  private static Device gpu(String name, long mebibytes, String capability) {
    return new Device(
        Device.Kind.GPU,
        name,
        mebibytes << 20,
        ComputeCapability.of(capability),
        Device.Source.NVIDIA_SMI);
  }

  private Path tool(String script) throws IOException {
    Path tool = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n" + script);
    return Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
  }
}
