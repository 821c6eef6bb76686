package io.winnow.cli.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.cli.console.CommandResult;
import io.winnow.core.config.Json;
import io.winnow.core.failure.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a command would do, topic by topic. */
public final class Plan {
  private static final int COLUMN = 12;

  private final Map<String, String> topics = new LinkedHashMap<>();

  Plan() {}

  void add(String topic, String text) {
    topics.put(topic, text);
  }

  /** One topic a line; further lines are indented. */
  public String text() {
    StringBuilder text = new StringBuilder();
    String indent = " ".repeat(COLUMN);
    topics.forEach(
        (topic, lines) ->
            text.append(topic)
                .append(" ".repeat(Math.max(1, COLUMN - topic.length())))
                .append(lines.strip().replace("\n", "\n" + indent))
                .append('\n'));
    return text.toString();
  }

  /** The document of a command that has planned and done nothing. */
  public String json() {
    ObjectNode document =
        Json.MAPPER.valueToTree(new CommandResult("planned", ExitCode.DONE.code(), null, null));
    document.set("plan", Json.MAPPER.valueToTree(topics));
    return document.toString();
  }
}
