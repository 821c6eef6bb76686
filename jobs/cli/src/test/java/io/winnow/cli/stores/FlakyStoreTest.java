package io.winnow.cli.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.cli.Cli.Ended;
import io.winnow.cli.SharedSpark;
import io.winnow.cli.stores.Store.Place;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An S3 server that spoils one request in ten. */
class FlakyStoreTest {
  private static final String BUCKET = "flaky";

  @Test
  @Tag("long")
  void runsArePublishedOrLeaveWhatWas() throws IOException {
    Place plain = Store.S3.place();
    S3Server.createBucket(plain.settings().get("fs.s3a.endpoint"), BUCKET);
    FlakyServer flaky =
        new FlakyServer(java.net.URI.create(plain.settings().get("fs.s3a.endpoint")), 0.1, 1);
    Map<String, String> settings = new HashMap<>(plain.settings());
    settings.put("fs.s3a.bucket.flaky.endpoint", flaky.endpoint().toString());
    settings.put("fs.s3a.bucket.flaky.retry.interval", "20ms");
    settings.put("fs.s3a.bucket.flaky.retry.throttle.interval", "20ms");
    var hadoop = new SharedSpark().session("stores").sparkContext().hadoopConfiguration();
    settings.forEach(hadoop::set);
    StoredRun stored = new StoredRun(new Place("s3a://flaky", settings), "s3a://flaky/root");

    String current = "";
    for (int night = 1; night <= 4; night++) {
      Ended ended = stored.command("run", "--interval", "night-" + night);
      String now = stored.verifiedCurrent().orElse("");
      if (ended.exitCode() == 0) {
        assertThat(now).isEqualTo("walkthrough/night-%d/1".formatted(night));
      } else {
        assertThat(now).as(ended.err()).isEqualTo(current);
      }
      current = now;
    }
    assertThat(current).isNotEmpty();
    assertThat(flaky.spoilt()).isGreaterThan(50);
  }
}
