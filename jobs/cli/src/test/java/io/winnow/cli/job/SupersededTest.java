package io.winnow.cli.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.cli.Cli;
import io.winnow.cli.SharedSpark;
import io.winnow.cli.console.Console;
import io.winnow.cli.console.LogFormat;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.RunStatus;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupersededTest {
  @TempDir private Path root;

  private LoadedConfig config;
  private RunStore store;
  private Attempt first;
  private Attempt second;

  @BeforeEach
  void twoAttempts() {
    config = ConfigLoader.load(Path.of(Cli.example("demo")), List.of("root=" + root), "night");
    store = RunStore.open(root.toString(), new Configuration());
    first = Attempt.begin(config, store, "night");
    second = Attempt.begin(config, store, "night");
  }

  @Test
  void theSecondOneEndsWellWhereReadersFollowALaterInterval() {
    publish(first);
    publish(Attempt.begin(config, store, "next"));

    superseded();

    assertThat(second.manifest().status()).isEqualTo(RunStatus.SUPERSEDED);
    assertThat(Attempt.status(second.run())).contains(RunStatus.SUPERSEDED);
  }

  @Test
  void aSpoiltManifestTellsOfNoStatus() {
    for (String content : List.of("", "{", "{\"schemaVersion\": 99}")) {
      second.run().write(Run.MANIFEST, content.getBytes(StandardCharsets.UTF_8));
      assertThat(Attempt.status(second.run())).as(content).isEmpty();
    }
  }

  @Test
  void theNightIsNotGoodUntilThePointerHasMoved() {
    // It died before its turn; that the pointer moved later for another interval does not matter.
    first.end(RunStatus.PUBLISHED);
    first.save();
    publish(Attempt.begin(config, store, "next"));

    assertThatThrownBy(this::superseded)
        .isInstanceOf(WinnowException.class)
        .hasMessageEndingWith(
            "run 'demo/night/1' of the same interval came first, and is not published yet;"
                + " run again");
  }

  @Test
  void aMarkThatAProcessDidNotLeaveIsMadeUpFor() {
    publish(first);
    first.run().delete("_PUBLISHED");
    publish(Attempt.begin(config, store, "next"));
    publish(Attempt.begin(config, store, "later"));

    superseded();

    assertThat(second.manifest().status()).isEqualTo(RunStatus.SUPERSEDED);
  }

  private void superseded() {
    PrintStream sink = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    new Superseded(
            second, new JobContext(new Console(sink, sink, LogFormat.TEXT), new SharedSpark()))
        .by(first.run().id());
  }

  private void publish(Attempt attempt) {
    attempt.end(RunStatus.PUBLISHED);
    attempt.save();
    Pointer before = Pointer.of(store, "demo").orElse(null);
    assertThat(Pointer.to(attempt.manifest().run(), before).save(store, attempt.run())).isTrue();
  }
}
