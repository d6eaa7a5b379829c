package io.souffleur.server.core.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * The agent’s word against how an item was judged.
 *
 * @param at when it was said
 * @param comment why, where the agent says so
 */
public record Contest(Instant at, Optional<String> comment) {}
