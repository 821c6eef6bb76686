package io.winnow.cli.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.cli.Cli.Ended;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two attempts for one interval at once. */
class TwoAttemptsTest {

  @Test
  void inHdfsOneIsPublishedAndTheOtherEndsClean() throws Exception {
    check(Store.HDFS);
  }

  @ParameterizedTest
  @EnumSource(
      value = Store.class,
      names = {"LOCAL", "S3"})
  @Tag("long")
  void elsewhereToo(Store store) throws Exception {
    check(store);
  }

  private static void check(Store store) throws Exception {
    StoredRun stored = StoredRun.in(store, "two");
    StoredRun.table();
    Callable<Ended> run = () -> stored.command("run", "--interval", "night");
    List<Ended> ended = atOnce(run, run);

    Ended winner = ended.get(isPublished(ended.get(0)) ? 0 : 1);
    Ended other = ended.get(isPublished(ended.get(0)) ? 1 : 0);
    assertThat(isPublished(winner)).as(winner.err() + other.err()).isTrue();
    assertThat(winner.exitCode()).isZero();
    String first = winner.json().path("runId").asText();
    assertThat(stored.verifiedCurrent()).contains(first);
    assertThat(other.json().path("runId").asText()).isNotEqualTo(first);
    if (other.exitCode() == 0) {
      assertThat(other.json().path("status").asText()).isEqualTo("superseded");
      assertThat(stored.manifest(other).at("/warnings").toString()).contains("SUPERSEDED", first);
    } else {
      // It came while the first one had not moved the pointer yet.
      assertThat(other.errors()).singleElement().asString().contains("is not published yet");
      assertThat(stored.manifest(other).path("status").asText()).isEqualTo("failed");
    }

    Ended again = stored.command("run", "--interval", "night");
    assertThat(again.json().path("status").asText()).as(again.err()).isEqualTo("unchanged");
    assertThat(again.json().path("runId").asText()).isEqualTo(first);
  }

  private static boolean isPublished(Ended ended) {
    return ended.json().path("status").asText().equals("published");
  }

  private static List<Ended> atOnce(Callable<Ended> one, Callable<Ended> two)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Ended> a = threads.submit(one);
      Future<Ended> b = threads.submit(two);
      return List.of(a.get(), b.get());
    } finally {
      threads.shutdown();
    }
  }
}
