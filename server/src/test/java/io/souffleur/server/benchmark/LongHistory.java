package io.souffleur.server.benchmark;

import io.souffleur.server.journal.SqliteJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/**
 * The journal of a house that has worked for a long time: ended conversations without number, and
 * the open ones of this moment. Written into the file directly, as a server would have left it.
 */
public final class LongHistory implements AutoCloseable {

  /** Over how long the ended conversations began. */
  private static final Duration BACK = Duration.ofDays(60);

  /** One in so many ended conversations leaves a promise. */
  private static final int PROMISING = 20;

  private static final int FEWEST = 10;
  private static final int MOST = 36;
  private static final int AGENTS = 1_000;
  private static final Duration PAUSE = Duration.ofSeconds(20);
  private static final Duration PROMISED = Duration.ofDays(2);

  private final Connection connection;
  private final PreparedStatement insert;

  private LongHistory(Connection connection) throws SQLException {
    this.connection = connection;
    this.insert =
        connection.prepareStatement(
            "insert into journal (conversation, position, origin, event_key, revision, kind,"
                + " handled, body, seen) values (?, ?, ?, ?, 0, ?, ?, ?, '')");
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
   * Writes it into a data folder that is empty.
   *
   * @param rows about so many, all conversations together
   * @param open how many conversations go on, each with 10 to 36 messages
   * @param now the latest message of an open conversation is at most a minute older
   */
  public static void write(Path data, int rows, int open, Instant now)
      throws IOException, SQLException {
    SqliteJournal.open(data, (reason, cause) -> {}).close();
    try (LongHistory history =
        new LongHistory(DriverManager.getConnection("jdbc:sqlite:" + data.resolve("journal.db")))) {
      history.write(rows, open, now);
    }
  }

  private void write(int rows, int open, Instant now) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma synchronous = off");
    }
    connection.setAutoCommit(false);
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
    connection.commit();
  }

  private void end(int number, Instant start) throws SQLException {
    String key = "ended-" + number;
    int position = begin(key, number, "agent-" + number % AGENTS, Script.length(), start);
    Instant at = start.plus(PAUSE.multipliedBy(Script.length()));
    if (number % PROMISING == 0) {
      Instant deadline = at.plus(PROMISED);
      String body = left(key, start, deadline);
      String note = "commitment.left-" + ++position + "-" + deadline.getEpochSecond();
      row(key, position, "server", note, "commitment.left", at, body);
    }
    row(
        key,
        ++position,
        "channel",
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
  private int begin(String key, int number, String agent, int messages, Instant start)
      throws SQLException {
    int position = 1;
    String started = Script.started(key, number, agent, start.toString());
    row(key, position, "channel", "s-" + key, "conversation.started", start, started);
    for (int i = 0; i < messages; i++) {
      Instant at = start.plus(PAUSE.multipliedBy(i + 1L));
      String id = "m" + key + "-" + i;
      Script.Line line = Script.line(number, i % Script.length());
      row(
          key,
          ++position,
          "channel",
          id,
          "message",
          at,
          Script.message(id, key, line, at.toString()));
    }
    return position;
  }

  private void row(
      String key, int position, String origin, String id, String kind, Instant at, String body)
      throws SQLException {
    insert.setString(1, key);
    insert.setInt(2, position);
    insert.setString(3, origin);
    insert.setString(4, id);
    insert.setString(5, kind);
    insert.setString(6, at.toString());
    insert.setString(7, body);
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
