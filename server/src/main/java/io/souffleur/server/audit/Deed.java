package io.souffleur.server.audit;

import java.time.Instant;

/**
 * Something that was done; never with a word of what a customer or an agent wrote.
 *
 * @param who such as {@code account:ID}, {@code host:NAME}, {@code server} or {@code command}
 * @param what such as {@code conversation.erased}
 * @param about the conversation, account or rule set; empty when it is about none
 * @param outcome such as {@code done} or {@code refused}
 */
public record Deed(Instant at, String who, String what, String about, String outcome) {}
