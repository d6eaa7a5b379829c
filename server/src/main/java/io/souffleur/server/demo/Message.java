package io.souffleur.server.demo;

import io.souffleur.wire.Author;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A message of the demo chat.
 *
 * @param name of who wrote it
 * @param key the page's own, so that it recognises its message
 */
record Message(
    String id, Author author, String name, String text, OffsetDateTime at, Optional<String> key) {}
