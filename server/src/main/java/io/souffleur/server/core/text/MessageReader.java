package io.souffleur.server.core.text;

/** Reads one message: its language and its cues. Deterministic; safe for use by any thread. */
public interface MessageReader {

  /**
   * What {@code text} shows, in its context.
   *
   * @param text as received, at most 16 KiB
   */
  Reading read(String text, ReadingContext context);
}
