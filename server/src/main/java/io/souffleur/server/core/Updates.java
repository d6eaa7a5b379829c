package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The updates of one turn, numbered as they come. Mutable, for one thread and one turn. */
final class Updates {

  private final List<Update> list = new ArrayList<>();
  private final Instant now;
  private int seq;

  /**
   * @param last the number of the last update before
   */
  Updates(Instant now, int last) {
    this.now = now;
    this.seq = last;
  }

  /** When they are told. */
  Instant now() {
    return now;
  }

  /** The number of the next one. */
  int next() {
    return ++seq;
  }

  void add(Update update) {
    list.add(update);
  }

  /** The number of the last one. */
  int last() {
    return seq;
  }

  List<Update> list() {
    return list;
  }
}
