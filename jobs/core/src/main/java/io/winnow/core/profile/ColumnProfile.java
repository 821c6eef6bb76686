package io.winnow.core.profile;

import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one column is like. Of a sensitive column only the missing cells are counted; nothing that
 * is made of its values is kept.
 *
 * @param declaredType null where no schema was given
 * @param inferredType what the values look like; null where there are none to look at
 * @param missingShare of the accepted rows
 * @param numbers null unless the column is numeric and has values
 * @param texts null unless the column is textual and has values
 * @param topValues null beyond the number of different values that are counted one by one
 * @param suggestedMissing texts that seem to mean missing and are not declared to
 * @param notes what a person should know of the column, a sentence each
 */
public record ColumnProfile(
    String name,
    Role role,
    @Nullable ColumnType declaredType,
    @Nullable ColumnType inferredType,
    long observed,
    long missing,
    double missingShare,
    @Nullable DistinctCount distinct,
    @Nullable NumberSummary numbers,
    @Nullable TextSummary texts,
    @Nullable TopValues topValues,
    List<String> suggestedMissing,
    List<String> notes) {}
