package io.winnow.core.row;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that does not parse.
 *
 * @param reason what is wrong, naming the column and the value
 * @param column the offending column, or null when the whole line is
 * @param row raw cells by column name, cells of sensitive columns left out
 */
public record Reject(String reason, @Nullable String column, Map<String, String> row)
    implements Serializable {}
