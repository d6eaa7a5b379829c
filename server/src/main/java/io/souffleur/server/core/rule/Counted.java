package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Author;

/** What a figure counts. */
public sealed interface Counted {

  /** How many messages show {@code what}, or how often it happens; twice in one message is once. */
  record Times(Sought what) implements Counted {}

  /** How many messages somebody writes; notes and edits don't count. */
  record MessagesBy(Author author) implements Counted {}
}
