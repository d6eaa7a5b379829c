package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Author;

/** Something that starts or stops a timer. */
public sealed interface Moment {

  /** The conversation starts. */
  record ConversationStarted() implements Moment {}

  /** Somebody writes or says something; notes do not count. */
  record MessageBy(Author author) implements Moment {}

  /** Something is said. */
  record Heard(CueTest cue) implements Moment {}

  /** The phone rings. */
  record Rang() implements Moment {}

  /** The call is answered. */
  record Answered() implements Moment {}

  /** The customer is put on hold. */
  record Held() implements Moment {}

  /** The agent is back on the line. */
  record Resumed() implements Moment {}
}
