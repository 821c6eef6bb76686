package io.winnow.network.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.network.plan.WorkerFit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The planned batch trains below a limit that JavaCPP enforces, and one tenth more does not:
 * JavaCPP collects the heap, waits, and ends the process with an OutOfMemoryError.
 */
@Tag("long")
class LargestBatchTest {
  private static final Path NETWORKS = Path.of("../../conf/networks");
  private static final String LIMIT = "-Dorg.bytedeco.javacpp.maxphysicalbytes=";
  private static final String NO_DUMP = "-Dorg.deeplearning4j.crash.reporting.enabled=false";
  private static final double BEYOND = 1.1;
  private static final long MIB = 1 << 20;

  @ParameterizedTest
  @CsvSource({"cnn,300", "deep,250", "cnnNorm,300"})
  void thePlannedBatchTrainsAndATenthMoreDoesNot(String name, long mebibytes) throws Exception {
    long limit = mebibytes * MIB;
    int planned = new WorkerFit(Subjects.named(name, NETWORKS).network(), limit).largestBatch();
    long resident = Long.parseLong(run(LIMIT + 0, name).text());
    String total = LIMIT + (resident + limit);

    assertThat(run(total, name, "" + planned).exitCode()).as("batch %d", planned).isZero();
    int beyond = (int) Math.ceil(BEYOND * planned) + 1;
    Ended more = run(total, name, "" + beyond);
    assertThat(more.exitCode()).as("batch %d", beyond).isNotZero();
    assertThat(more.text()).contains("OutOfMemoryError");
  }

  private record Ended(int exitCode, String text) {}

  private static Ended run(String limit, String... arguments) throws Exception {
    ProcessBuilder builder =
        ProbeProcess.builder(List.of(limit, NO_DUMP), TrainingChild.class, List.of(arguments));
    if (arguments.length > 1) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), text);
  }
}
