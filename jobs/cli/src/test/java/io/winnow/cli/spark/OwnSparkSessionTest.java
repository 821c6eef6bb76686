package io.winnow.cli.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnSparkSessionTest {
  private static final String DEPLOY_MODE = "spark.submit.deployMode";
  private static final String HADOOP_SETTING = "spark.hadoop.winnow.test";

  @AfterEach
  void forget() {
    System.clearProperty(DEPLOY_MODE);
    System.clearProperty(HADOOP_SETTING);
  }

  @Test
  void theProcessIsOursUnlessTheClusterRunsTheDriver() {
    assertThat(OwnSparkSession.runsOnCluster()).isFalse();
    System.setProperty(DEPLOY_MODE, "client");
    assertThat(OwnSparkSession.runsOnCluster()).isFalse();
    System.setProperty(DEPLOY_MODE, "cluster");
    assertThat(OwnSparkSession.runsOnCluster()).isTrue();
  }

  @Test
  void fileSystemsAreReachedAsSparkSubmitWasTold() {
    System.setProperty(HADOOP_SETTING, "told");
    try (OwnSparkSession spark = new OwnSparkSession()) {
      assertThat(spark.hadoop().get("winnow.test")).isEqualTo("told");
    }
  }
}
