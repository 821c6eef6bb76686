package io.winnow.core.profile;

import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a column could be declared.
 *
 * @param schema the suggestion
 * @param declared type that it has, or null where no schema was given
 * @param inferred what its values look like, or null where there are none to look at
 * @param markers texts that seem to mean missing and are not declared to
 * @param notes the reasons, a sentence each
 */
public record SuggestedColumn(
    ColumnSchema schema,
    @Nullable ColumnType declared,
    @Nullable ColumnType inferred,
    List<String> markers,
    List<String> notes) {}
