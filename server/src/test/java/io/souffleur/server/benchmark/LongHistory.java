package io.souffleur.server.benchmark;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.Origin;
import io.souffleur.server.journal.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * The journal of a house that has worked for a long time: ended conversations without number, and
 * the open ones of this moment.
 */
public final class LongHistory {

  /** Over how long the ended conversations began. */
  private static final Duration BACK = Duration.ofDays(60);

  /** One in so many ended conversations leaves a promise. */
  private static final int PROMISING = 20;

  private static final int FEWEST = 10;
  private static final int MOST = 36;
  private static final int AGENTS = 1_000;
  private static final Duration PAUSE = Duration.ofSeconds(20);
  private static final Duration PROMISED = Duration.ofDays(2);

  private final Journal journal;

  private LongHistory(Journal journal) {
    this.journal = journal;
  }

  /** The key of an open conversation, by its number. */
  public static String open(int number) {
    return "open-" + number;
  }

  /** Who holds an open conversation. */
  static String agent(int number) {
    return "agent-" + number % AGENTS;
  }

  /**
   * Hands it over to a journal, which has it once it is closed.
   *
   * @param rows about so many, all conversations together
   * @param open how many conversations go on, each with 10 to 36 messages
   * @param now the latest message of an open conversation is at most a minute older
   */
  public static void write(Journal journal, int rows, int open, Instant now) {
    new LongHistory(journal).write(rows, open, now);
  }

  private void write(int rows, int open, Instant now) {
    int left = rows - open * ((FEWEST + MOST) / 2 + 1);
    int ended = left / (Script.length() + 2);
    for (int i = 0; i < ended; i++) {
      end(i, now.minus(BACK).plus(BACK.dividedBy(ended).multipliedBy(i)));
    }
    for (int i = 0; i < open; i++) {
      int messages = FEWEST + i % (MOST - FEWEST + 1);
      Instant last = now.minusSeconds(i % 60);
      begin(open(i), i, agent(i), messages, last.minus(PAUSE.multipliedBy(messages)));
    }
  }

  private void end(int number, Instant start) {
    String key = "ended-" + number;
    int position = begin(key, number, "agent-" + number % AGENTS, Script.length(), start);
    Instant at = start.plus(PAUSE.multipliedBy(Script.length()));
    if (number % PROMISING == 0) {
      Instant deadline = at.plus(PROMISED);
      String body = left(key, start, deadline);
      String note = "commitment.left-" + ++position + "-" + deadline.getEpochSecond();
      row(key, position, Origin.SERVER, note, "commitment.left", at, body);
    }
    row(
        key,
        ++position,
        Origin.CHANNEL,
        "e-" + key,
        "conversation.ended",
        at,
        Script.ended(key, at.toString()));
  }

  private static String left(String key, Instant made, Instant deadline) {
    return "{\"type\":\"commitment\",\"conversation\":\""
        + key
        + "\",\"seq\":9,\"at\":\""
        + made
        + "\",\"commitment\":\"c1\",\"state\":\"open\",\"deadline\":\""
        + deadline
        + "\",\"made\":\""
        + made
        + "\",\"atRisk\":\""
        + deadline.minusSeconds(60)
        + "\",\"evidence\":[{\"message\":\"m"
        + key
        + "-9\",\"start\":0,\"end\":4}]}";
  }

  /** The position of the last message. */
  private int begin(String key, int number, String agent, int messages, Instant start) {
    int position = 1;
    String started = Script.started(key, number, agent, start.toString());
    row(key, position, Origin.CHANNEL, "s-" + key, "conversation.started", start, started);
    for (int i = 0; i < messages; i++) {
      Instant at = start.plus(PAUSE.multipliedBy(i + 1L));
      String id = "m" + key + "-" + i;
      Script.Line line = Script.line(number, i % Script.length());
      row(
          key,
          ++position,
          Origin.CHANNEL,
          id,
          "message",
          at,
          Script.message(id, key, line, at.toString()));
    }
    return position;
  }

  private void row(
      String key, int position, Origin origin, String id, String kind, Instant at, String body) {
    journal.append(
        new Entry(new ConversationId(key), position, origin, id, 0, kind, at, body),
        LongHistory::kept);
  }

  private static void kept(Outcome outcome) {
    if (outcome != Outcome.DURABLE) {
      throw new IllegalStateException("the journal takes no history: " + outcome);
    }
  }
}
