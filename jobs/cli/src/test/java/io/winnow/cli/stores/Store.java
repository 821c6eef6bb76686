package io.winnow.cli.stores;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.winnow.cli.Cli;
import io.winnow.cli.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** Where runs can be kept; a server is started by the first test that needs it. */
enum Store {
  LOCAL {
    @Override
    Place open() throws IOException {
      Path folder = Files.createDirectories(Cli.FOLDER.resolve("stores"));
      return new Place(
          Files.createTempDirectory(folder, "local").toString(),
          // The session's own local file system has been cached long before.
          Map.of(
              "fs.file.impl", FaultyLocal.class.getName(), "fs.file.impl.disable.cache", "true"));
    }
  },
  HDFS {
    @Override
    Place open() throws IOException {
      Path folder = Files.createDirectories(Cli.FOLDER.resolve("stores/hdfs"));
      Map<String, String> settings =
          Map.of(
              "fs.hdfs.impl", FaultyHdfs.class.getName(),
              "fs.AbstractFileSystem.hdfs.impl", FaultyHdfsContext.class.getName(),
              // Closing a file asks again after so long, if its block is not reported yet.
              "dfs.client.block.write.locateFollowingBlock.initial.delay.ms", "20");
      MiniDFSCluster cluster =
          new MiniDFSCluster.Builder(Place.configuration(settings), folder.toFile())
              .numDataNodes(1)
              .build();
      cluster.waitActive();
      return new Place(cluster.getURI() + "/winnow", settings);
    }
  },
  S3 {
    @Override
    Place open() throws Exception {
      S3Server server = S3Server.start();
      server.createBucket("winnow");
      return new Place("s3a://winnow/root", settings(server));
    }
  };

  private static final String SKIPPED = "[%s] the server did not start: %s";

  /** Starts it. */
  abstract Place open() throws Exception;

  /** The place, the same for every test of this JVM; they are skipped where it cannot start. */
  Place place() {
    return Place.of(this);
  }

  /** What Spark reads with, the servers' settings; those of the local disk are for a session. */
  private static void share(String key, String value) {
    if (!key.startsWith("fs.file.")) {
      new SharedSpark().session("stores").sparkContext().hadoopConfiguration().set(key, value);
    }
  }

  static Map<String, String> settings(S3Server server) {
    Map<String, String> settings = new HashMap<>();
    settings.put("fs.s3a.impl", FaultyS3.class.getName());
    settings.put("fs.s3a.endpoint", server.endpoint().toString());
    settings.put("fs.s3a.endpoint.region", "us-east-1");
    settings.put("fs.s3a.path.style.access", "true");
    settings.put("fs.s3a.connection.ssl.enabled", "false");
    settings.put(
        "fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    settings.put("fs.s3a.access.key", S3Server.ACCESS_KEY);
    settings.put("fs.s3a.secret.key", S3Server.SECRET_KEY);
    settings.put("fs.s3a.buffer.dir", Cli.FOLDER.resolve("stores/s3a").toString());
    return settings;
  }

  /**
   * A root and how it is reached.
   *
   * @param uri of a folder
   * @param settings of Hadoop
   */
  record Place(String uri, Map<String, String> settings) {
    private static final Map<Store, Place> OPEN = new EnumMap<>(Store.class);
    private static final Map<Store, String> FAILED = new EnumMap<>(Store.class);

    private static synchronized Place of(Store store) {
      if (!OPEN.containsKey(store) && !FAILED.containsKey(store)) {
        try {
          OPEN.put(store, store.open());
          OPEN.get(store).settings().forEach(Store::share);
        } catch (Exception e) {
          FAILED.put(store, String.valueOf(e));
        }
      }
      assumeTrue(
          OPEN.containsKey(store),
          () -> SKIPPED.formatted(store.name().toLowerCase(Locale.ROOT), FAILED.get(store)));
      return OPEN.get(store);
    }

    Configuration configuration() {
      return configuration(settings);
    }

    static Configuration configuration(Map<String, String> settings) {
      Configuration configuration = new Configuration();
      settings.forEach(configuration::set);
      return configuration;
    }
  }
}
