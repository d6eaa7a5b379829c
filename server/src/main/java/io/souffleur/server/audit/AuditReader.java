package io.souffleur.server.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the account of a house, also while a server adds to it. Safe for use by any thread. */
public final class AuditReader {

  private final Path file;

  /** Of the account in {@code data}. */
  public AuditReader(Path data) {
    this.file = data.resolve(AuditFile.FILE);
  }

  /** A row: a deed, its number and the link kept with it. */
  private interface Look {
    void at(long number, Deed deed, byte[] link);
  }

  private void rows(Connection connection, Look look) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select number, at, who, what, about, outcome, link from audit order by number")) {
      while (rows.next()) {
        Deed deed =
            new Deed(
                Instant.parse(rows.getString(2)),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6));
        look.at(rows.getLong(1), deed, rows.getBytes(7));
      }
    }
  }

  private IOException unreadable(Exception cause) {
    return new IOException(file + " can't be read: " + cause.getMessage(), cause);
  }

  /**
   * Shows all deeds, oldest first; how many.
   *
   * @throws IOException when it can't be read
   */
  public long read(Consumer<Deed> to) throws IOException {
    long[] count = {0};
    try (Connection connection = AuditFile.connection(file, true)) {
      rows(
          connection,
          (number, deed, link) -> {
            count[0]++;
            to.accept(deed);
          });
      return count[0];
    } catch (SQLException | DateTimeException e) {
      throw unreadable(e);
    }
  }

  /**
   * What was done last to each thing, of these deeds only.
   *
   * @throws IOException when it can't be read
   */
  public Map<String, String> latest(Set<String> deeds) throws IOException {
    Map<String, String> latest = new HashMap<>();
    read(
        deed -> {
          if (deeds.contains(deed.what())) {
            latest.put(deed.about(), deed.what());
          }
        });
    return latest;
  }

  /**
   * What was found.
   *
   * @param last the number of the last row; 0 when there is none
   * @param faults what is wrong, a sentence each; nothing when the account is whole
   */
  public record Verdict(long last, List<String> faults) {
    public Verdict {
      faults = List.copyOf(faults);
    }
  }

  /** Compares each row with the link that the next one has of it. */
  private static final class Comparison {
    private final List<String> faults = new ArrayList<>();
    private long last;
    private byte[] before;

    Comparison(long last, byte[] before) {
      this.last = last;
      this.before = before;
    }

    void at(long number, Deed deed, byte[] link) {
      long expected = last + 1;
      if (number < expected) {
        faults.add("row " + number + " lies before the beginning that was noted");
      } else if (number > expected) {
        faults.add("rows " + expected + " to " + (number - 1) + " are missing");
      } else if (!Arrays.equals(link, Chain.link(before, number, deed))) {
        faults.add("row " + number + " was changed, or the one before it");
      }
      before = link;
      last = number;
    }
  }

  /**
   * Whether the account is whole. Its last rows could have been cut off unseen: compare its last
   * number with one noted elsewhere.
   *
   * @throws IOException when it can't be read
   */
  public Verdict verify() throws IOException {
    try (Connection connection = AuditFile.connection(file, true);
        Statement statement = connection.createStatement()) {
      Comparison comparison = new Comparison(0, Chain.BEGINNING);
      try (ResultSet beginning =
          statement.executeQuery(
              "select number, link from audit_beginning order by number desc limit 1")) {
        if (beginning.next()) {
          comparison = new Comparison(beginning.getLong(1), beginning.getBytes(2));
        }
      }
      rows(connection, comparison::at);
      return new Verdict(comparison.last, comparison.faults);
    } catch (SQLException | DateTimeException e) {
      throw unreadable(e);
    }
  }
}
