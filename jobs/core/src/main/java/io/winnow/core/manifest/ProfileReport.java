package io.winnow.core.manifest;

import io.winnow.core.profile.check.CheckResult;
import java.util.List;

/**
 * What the table is like; {@code profile/profile.json} has the rest.
 *
 * @param path of that file, relative to the run
 * @param rows read
 * @param rejected rows that do not parse
 * @param exactDuplicates of the others, in every declared column
 */
public record ProfileReport(
    String path,
    long rows,
    long rejected,
    long exactDuplicates,
    int columns,
    List<CheckResult> checks) {}
