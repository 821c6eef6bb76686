package io.winnow.prepare.write;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.WinnowException;
import io.winnow.prepare.Tables;
import io.winnow.prepare.Tables.Prepared;
import io.winnow.prepare.store.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentTestTest {
  @TempDir Path folder;

  /** The published model would be measured by labels that the new run calls wrong. */
  @Test
  void aRunWhoseLabelsMeanSomethingElseIsNotComparedWith() throws IOException {
    Prepared before = prepare("label={column: churned, map: {yes: gone, no: there}}");
    RunStore.open(root(), new Configuration())
        .point(
            before.run(),
            "{\"run\": \"%s\"}".formatted(before.run().id()).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(
            () ->
                prepare(
                    "label={column: churned, map: {yes: there, no: gone}}",
                    "gates={rocAuc: {tolerance: 1}}"))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("it predicts other labels");
  }

  private Prepared prepare(String... settings) {
    String[] all = Arrays.copyOf(settings, settings.length + 1);
    all[settings.length] = "root='" + root() + "'";
    return Tables.prepare(
        folder, Path.of("../../conf/examples/demo.yaml"), Tables.demo(folder, 300).toString(), all);
  }

  private String root() {
    return folder.resolve("root").toString();
  }
}
