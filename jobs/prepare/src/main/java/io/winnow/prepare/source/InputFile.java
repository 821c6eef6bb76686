package io.winnow.prepare.source;

import java.io.Serializable;

/**
 * One file that a source reads.
 *
 * @param uri its location
 * @param bytes its length as stored
 */
public record InputFile(String uri, long bytes) implements Serializable {}
