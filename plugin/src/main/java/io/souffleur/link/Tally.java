package io.souffleur.link;

/** What a link has done so far. Guarded by the lock of its link. */
final class Tally {

  private long lines;
  private long turnedAway;
  private long sent;
  private long resent;
  private long acknowledged;
  private long refused;
  private long rejected;

  /** A line was had. */
  void opened() {
    lines++;
  }

  /** The server refused the key. */
  void turnedAway() {
    turnedAway++;
  }

  /** An event was sent, or sent again. */
  void sent(boolean again) {
    if (again) {
      resent++;
    } else {
      sent++;
    }
  }

  /** The server has an event safe. */
  void acknowledged() {
    acknowledged++;
  }

  /** The server will not have an event. */
  void refused() {
    refused++;
  }

  /** The host offered an event that could not be taken. */
  void rejected() {
    rejected++;
  }

  LinkCounters read(LinkState state, String lastTrouble, Outbox outbox) {
    return new LinkCounters(
        state,
        lastTrouble,
        outbox.size(),
        outbox.bytes(),
        lines,
        turnedAway,
        sent,
        resent,
        acknowledged,
        refused,
        rejected,
        outbox.droppedInterim(),
        outbox.droppedKept());
  }
}
