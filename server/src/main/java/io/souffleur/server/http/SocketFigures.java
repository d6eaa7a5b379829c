package io.souffleur.server.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many sockets are open, and why others were closed. Safe for use by any thread. */
public final class SocketFigures {
  private final Map<String, LongAdder> open = new ConcurrentHashMap<>();
  private final Map<CloseCode, LongAdder> closed = new ConcurrentHashMap<>();

  void opened(String path) {
    open.computeIfAbsent(path, one -> new LongAdder()).increment();
  }

  void closed(String path, int number) {
    open.computeIfAbsent(path, one -> new LongAdder()).decrement();
    for (CloseCode code : CloseCode.values()) {
      if (code.number() == number) {
        closed.computeIfAbsent(code, one -> new LongAdder()).increment();
      }
    }
  }

  /** How many are open at {@code path}. */
  public long open(String path) {
    LongAdder count = open.get(path);
    return count == null ? 0 : count.sum();
  }

  /** How many this server has closed for the reason {@code code}. */
  public long closed(CloseCode code) {
    LongAdder count = closed.get(code);
    return count == null ? 0 : count.sum();
  }
}
