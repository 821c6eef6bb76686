package io.winnow.prepare.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder takes the part of an object store: it promises no more here than one does. */
class ObjectFilesTest {
  private static final int CALLERS = 4;

  @TempDir java.nio.file.Path folder;

  @Test
  void ofCallersAtTheSameMomentOneCreatesAFile() throws Exception {
    ObjectFiles objects = objects();
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      for (int round = 0; round < 30; round++) {
        Path file = new Path(folder.toUri().getPath(), round + ".json");
        List<Future<Boolean>> created =
            IntStream.range(0, CALLERS)
                .mapToObj(caller -> threads.submit(() -> objects.create(file, content(caller))))
                .toList();
        List<Integer> winners =
            IntStream.range(0, CALLERS).filter(i -> isTrue(created.get(i))).boxed().toList();
        assertThat(winners).as("round %d", round).hasSize(1);
        assertThat(objects.read(file)).isEqualTo(content(winners.get(0)));
      }
    } finally {
      threads.shutdown();
    }
    try (Stream<java.nio.file.Path> left = Files.list(folder)) {
      assertThat(left).as("no marks are left").hasSize(30);
    }
  }

  @Test
  void aFileThatIsThereIsLeftAlone() throws IOException {
    ObjectFiles objects = objects();
    Path file = new Path(folder.toUri().getPath(), "file");
    assertThat(objects.create(file, content(1))).isTrue();
    assertThat(objects.create(file, content(2))).isFalse();
    assertThat(objects.read(file)).isEqualTo(content(1));
  }

  @Test
  void aFolderWithoutFilesIsTheMarkOfADeletion() throws IOException {
    assertThat(objects().made(new Path(folder.toUri().getPath()))).isEqualTo(Instant.EPOCH);
  }

  private ObjectFiles objects() throws IOException {
    // The pool's threads share it, as those of a driver do.
    RawLocalFileSystem files = new RawLocalFileSystem();
    files.initialize(URI.create("file:///"), new Configuration());
    return new ObjectFiles(files);
  }

  private static byte[] content(int caller) {
    return String.valueOf(caller).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isTrue(Future<Boolean> created) {
    try {
      return created.get();
    } catch (ExecutionException e) {
      throw new UncheckedIOException(new IOException(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
