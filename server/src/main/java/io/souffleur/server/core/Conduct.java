package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Speech;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How agent and customer share a call, by the timing of what they said lately. Immutable; for
 * written conversations always the same empty one.
 *
 * <p>An utterance is judged when the recogniser is done with it, by what is known then. Of a
 * customer who speaks on after a short remark of the agent, the remark's overlap is not known yet:
 * that agent gave way, and nothing is shown.
 */
public final class Conduct {

  /** Speech that overlaps less is how people take turns, or how exactly a recogniser hears. */
  private static final int LEAST_OVERLAP = 700;

  /** Who has spoken for less when the other begins has begun at the same time. */
  private static final int LEAST_FLOOR = 500;

  /** So few words show listening ("mm-hm", "d'accord") rather than take the floor. */
  private static final int BACK_CHANNEL_WORDS = 2;

  private static final int LEAST_TALK_OVER = 1_500;

  /** Words a minute, while speaking: pauses between utterances don't count. */
  private static final int FAST = 220;

  private static final int PACE_WINDOW = 30_000;
  private static final int LEAST_PACED = 8_000;
  private static final int MINUTE = 60_000;

  private static final int UTTERANCES = 8;
  private static final int FIELDS = 3;

  private static final Conduct NONE = new Conduct(new int[0], new int[0]);

  /** Start and end in ms and words of the latest utterances, oldest first. */
  private final int[] customer;

  private final int[] agent;

  private Conduct(int[] customer, int[] agent) {
    this.customer = customer;
    this.agent = agent;
  }

  /** Nobody has spoken. */
  static Conduct none() {
    return NONE;
  }

  /** What {@link #customer} and {@link #agent} gave. */
  static Conduct of(int[] customer, int[] agent) {
    if (customer.length % FIELDS != 0 || agent.length % FIELDS != 0) {
      throw new IllegalArgumentException("an utterance has " + FIELDS + " numbers");
    }
    return customer.length == 0 && agent.length == 0
        ? NONE
        : new Conduct(customer.clone(), agent.clone());
  }

  int[] customer() {
    return customer.clone();
  }

  int[] agent() {
    return agent.clone();
  }

  /** After something was said. */
  Conduct after(Author author, Speech speech) {
    return switch (author) {
      case CUSTOMER -> new Conduct(with(customer, speech), agent);
      case AGENT -> new Conduct(customer, with(agent, speech));
      case BOT, SYSTEM -> this;
    };
  }

  /** With another agent, who has said nothing yet. */
  Conduct handedOver() {
    return agent.length == 0 ? this : new Conduct(customer, new int[0]);
  }

  private static int[] with(int[] utterances, Speech speech) {
    int kept = Math.min(utterances.length, (UTTERANCES - 1) * FIELDS);
    int[] more =
        Arrays.copyOfRange(utterances, utterances.length - kept, utterances.length + FIELDS);
    more[kept] = ms(speech.start());
    more[kept + 1] = ms(speech.end());
    more[kept + 2] = speech.words();
    return more;
  }

  private static int ms(Duration since) {
    return (int) Math.min(Integer.MAX_VALUE, since.toMillis());
  }

  /**
   * What the timing of the agent's utterance shows, with all its words as evidence.
   *
   * @param text of the utterance
   */
  public List<Cue> cues(Speech speech, String text) {
    if (text.isBlank()) {
      return List.of();
    }
    int start = ms(speech.start());
    int end = ms(speech.end());
    List<Cue> cues = new ArrayList<>();
    if (speech.words() > BACK_CHANNEL_WORDS) {
      int cutOff = cutOff(start, end);
      if (cutOff >= LEAST_OVERLAP) {
        cues.add(cue(CueName.INTERRUPTION, text, Duration.ofMillis(cutOff).toString()));
      }
      int both = both(start, end);
      if (both >= LEAST_TALK_OVER) {
        cues.add(cue(CueName.TALK_OVER, text, Duration.ofMillis(both).toString()));
      }
    }
    int pace = pace(start, end, speech.words());
    if (pace > FAST) {
      cues.add(cue(CueName.FAST_SPEECH, text, Integer.toString(pace)));
    }
    return cues;
  }

  private static Cue cue(CueName name, String text, String value) {
    int from = text.length() - text.stripLeading().length();
    Span span = new Span(from, text.stripTrailing().length());
    return new Cue(name, span, span.of(text), 1, Optional.of(value));
  }

  /** For how long the customer, who had the floor at {@code start}, spoke on. */
  private int cutOff(int start, int end) {
    int longest = 0;
    for (int i = 0; i < customer.length; i += FIELDS) {
      if (customer[i] <= start - LEAST_FLOOR) {
        longest = Math.max(longest, Math.min(customer[i + 1], end) - start);
      }
    }
    return longest;
  }

  /** For how long both spoke. */
  private int both(int start, int end) {
    int both = 0;
    for (int i = 0; i < customer.length; i += FIELDS) {
      both += Math.max(0, Math.min(customer[i + 1], end) - Math.max(customer[i], start));
    }
    return both;
  }

  /**
   * Words a minute over the latest utterances; 0 while there are too few to tell. What overlaps the
   * utterance itself is an earlier version of it.
   */
  private int pace(int start, int end, int words) {
    long said = words;
    long spoken = (long) end - start;
    for (int i = 0; i < agent.length; i += FIELDS) {
      if (agent[i] >= end - PACE_WINDOW && agent[i + 1] <= start) {
        said += agent[i + 2];
        spoken += agent[i + 1] - agent[i];
      }
    }
    return spoken < LEAST_PACED ? 0 : (int) Math.min(Integer.MAX_VALUE, said * MINUTE / spoken);
  }
}
