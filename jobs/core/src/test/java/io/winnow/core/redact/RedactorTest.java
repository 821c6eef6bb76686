package io.winnow.core.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String CANARY = "c4n4ry";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3a://AKIAABCDEFGHIJKLMNOP:c4n4ry@bucket/table.csv",
        "s3a://id:c4n4ry/with/slashes@bucket/table.csv",
        "s3a://id:12/c4n4ry@bucket/table.csv",
        "abfss://id:c4n4ry@account.dfs.core.windows.net/table.csv",
        "https://c4n4ry@host/path",
        "jdbc:postgresql://host/db?user=u&password=c4n4ry",
        "fs.s3a.secret.key=c4n4ry",
        "fs.s3a.access.key = c4n4ry rest",
        "{\"apiKey\": \"c4n4ry with blanks\"}",
        "token: c4n4ry",
        "AWS_SECRET_ACCESS_KEY='c4n4ry'",
        "spark.ssl.keyPassword=c4n4ry",
      })
  void secretsGo(String text) {
    assertThat(Redactor.redact(text)).doesNotContain(CANARY).contains(Redactor.MARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hdfs://host:8020/data/2026@night/table.csv",
        "file:/data/adult.csv.gz",
        "abfss://container@account.dfs.core.windows.net/adult.csv",
        "wasb://container@account.blob.core.windows.net/adult.csv",
        "label.column: 'income' is not a column of the table; declare one of: age, sex",
        "source.path=/data/adult.csv",
      })
  void theRestStays(String text) {
    assertThat(Redactor.redact(text)).isEqualTo(text);
  }

  @Test
  void aKeyIdGoesWhereverItStands() {
    assertThat(Redactor.redact("no access with AKIAABCDEFGHIJKLMNOP here"))
        .isEqualTo("no access with [redacted] here");
  }

  @Test
  void inATreeKeysStayAndSecretsGo() throws IOException {
    JsonNode tree =
        new ObjectMapper()
            .readTree(
                """
                {"pipeline": "adult", "password": "c4n4ry", "batch": 64, "none": null,
                 "source": {"path": "s3a://id:c4n4ry@bucket/t.csv", "accessKey": ["c4n4ry", 7]},
                 "credentials": {"user": "c4n4ry", "more": {"pin": 1234}, "unset": null}}
                """);

    assertThat(Redactor.redact(tree).toString())
        .isEqualTo(
            "{\"pipeline\":\"adult\",\"password\":\"[redacted]\",\"batch\":64,\"none\":null,"
                + "\"source\":{\"path\":\"s3a://[redacted]@bucket/t.csv\","
                + "\"accessKey\":[\"[redacted]\",\"[redacted]\"]},"
                + "\"credentials\":{\"user\":\"[redacted]\",\"more\":{\"pin\":\"[redacted]\"},"
                + "\"unset\":null}}");
  }
}
