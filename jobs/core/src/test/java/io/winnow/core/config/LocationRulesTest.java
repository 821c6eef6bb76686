package io.winnow.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.WinnowException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/10:30@night/t.csv",
        "file:/data/t.csv",
        "hdfs://host:8020/data/2026@night/t.csv",
        "s3a://bucket/10:30@night/t.csv",
        "abfss://container@account.dfs.core.windows.net/t.csv",
        "wasbs://container@account.blob.core.windows.net/t.csv",
      })
  void placesWithoutASecretAreTaken(String path) {
    PipelineConfig config =
        ConfigFiles.load("minimal.yaml", "source.path='" + path + "'").pipeline();
    assertThat(config.source().path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abfss://container@account.dfs.core.windows.net/root", "gs://bucket/root"})
  void aStoreThatShowsHalfWrittenFilesIsNoRoot(String root) {
    assertThatThrownBy(() -> ConfigFiles.load("minimal.yaml", "root='" + root + "'"))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("root: '" + root + "': readers could see half-written files there")
        .hasMessageContaining("use one of file, hdfs, viewfs, s3a (");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3a://id@bucket/t.csv",
        "s3a://id:12/34@bucket/t.csv",
        "hdfs://me@host:8020/t.csv",
        "abfss://id:secret@account.dfs.core.windows.net/t.csv",
      })
  void usersAndSecretsAreRefused(String path) {
    assertThatThrownBy(() -> ConfigFiles.load("minimal.yaml", "source.path='" + path + "'"))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining(
            "source.path: '" + path + "': holds a user or a secret; leave it out");
  }

  @Test
  void ofATableWithoutAPipelineToo() {
    assertThatThrownBy(() -> ConfigLoader.loadSource("s3a://id:secret@bucket/t.csv", List.of()))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("holds a user or a secret");
  }
}
