package io.winnow.core.manifest;

/** Where chance begins. */
public record Seeds(long split, long training) {}
