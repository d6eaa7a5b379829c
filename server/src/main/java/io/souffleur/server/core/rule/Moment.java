package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Author;

/** Something that starts or stops a timer. */
public sealed interface Moment {

  /** The conversation starts. */
  record ConversationStarted() implements Moment {}

  /**
   * The conversation ends. A timer that waits for it is met if it is in time; one that starts here
   * runs on after the end, for a survey.
   */
  record ConversationEnded() implements Moment {}

  /** The customer answers a survey; that may be after the end. */
  record SurveyAnswered() implements Moment {}

  /** Somebody writes or says something; notes do not count. */
  record MessageBy(Author author) implements Moment {}

  /** Something is said. */
  record Heard(CueTest cue) implements Moment {}

  /** Something happens without words. */
  record Happens(Occurrence what) implements Moment {}
}
