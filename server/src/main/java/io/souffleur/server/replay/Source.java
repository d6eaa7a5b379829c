package io.souffleur.server.replay;

import java.io.InputStream;

/**
 * Channel events as JSON Lines.
 *
 * @param name of the file, as it is named in messages; {@code -} for standard input
 * @param in read to its end, closed by whoever opened it
 */
public record Source(String name, InputStream in) {}
