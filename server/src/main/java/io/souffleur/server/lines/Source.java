package io.souffleur.server.lines;

import java.io.InputStream;

/**
 * A file of JSON Lines, opened.
 *
 * @param name of the file, as it is named in messages; {@code -} for standard input
 * @param in read to its end, closed by whoever opened it
 */
public record Source(String name, InputStream in) {}
