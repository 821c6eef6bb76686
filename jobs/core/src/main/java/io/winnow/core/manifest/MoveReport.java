package io.winnow.core.manifest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Row keys of prepared data, compared with those of the run that was published before.
 *
 * @param since that run's id
 * @param stayed keys in the same split
 * @param moved keys in another split
 * @param added keys that were in no split
 * @param gone keys that are in no split any more
 */
public record MoveReport(
    String since, long stayed, long moved, @JsonProperty("new") long added, long gone) {}
