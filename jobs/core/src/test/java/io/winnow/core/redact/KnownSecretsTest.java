package io.winnow.core.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS_SECRET_ACCESS_KEY",
        "WINNOW_HASH_KEY",
        "DB_PASSWORD",
        "spark.hadoop.fs.s3a.secret.key",
        "spark.hadoop.fs.s3a.access.key"
      })
  void areFoundByTheirValue(String name) {
    KnownSecrets.remember(Map.of(name, "value-of-" + name));
    assertThat(Redactor.redact("no access for value-of-" + name + " here"))
        .isEqualTo("no access for [redacted] here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HOME", "PWD", "OLDPWD", "KEYBOARD", "spark.app.name"})
  void ofOtherNamesTheyAreNone(String name) {
    KnownSecrets.remember(Map.of(name, "plain-" + name));
    assertThat(KnownSecrets.hide("plain-" + name)).isEqualTo("plain-" + name);
  }

  @Test
  void shortOnesAreWords() {
    KnownSecrets.remember(Map.of("TOKEN", "on"));
    assertThat(KnownSecrets.hide("position")).isEqualTo("position");
  }

  @Test
  void theLongestGoesFirst() {
    KnownSecrets.remember("long-secret");
    KnownSecrets.remember("long-secret-and-more");
    assertThat(KnownSecrets.hide("long-secret-and-more")).isEqualTo("[redacted]");
  }

  @Test
  void areFoundInJson() {
    KnownSecrets.remember("with\"quote\\and more");
    assertThat(KnownSecrets.hide("{\"error\": \"no with\\\"quote\\\\and more\"}"))
        .isEqualTo("{\"error\": \"no [redacted]\"}");
  }
}
