package io.souffleur.server.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process asked of the kernel, as strace wrote it down ({@code -f -ttt -yy}), read for one
 * question: was every event on the disk before its acknowledgement went to a socket?
 *
 * <p>An event counts as on the disk when a call that syncs the write-ahead log began after the
 * event's key was written to the log, and had returned before the acknowledgement was handed over.
 */
final class Trace {
  private static final Pattern CALL = Pattern.compile("^(\\d+)\\s+[0-9.]+ (.*)$");
  private static final Pattern SYNC = Pattern.compile("^(fsync|fdatasync)\\(\\d+<[^>]*-wal>(.*)$");
  private static final Pattern RETURNED =
      Pattern.compile("^<\\.\\.\\. (fsync|fdatasync) resumed>.*= 0$");

  /** The payload of an acknowledgement as strace shows it, its quotes escaped. */
  private static final Pattern ACK =
      Pattern.compile(
          "\\{\\\\\"type\\\\\":\\\\\"ack\\\\\",\\\\\"id\\\\\":\\\\\"([^\"\\\\]+)\\\\\"");

  private final Set<String> keys;
  private final Set<String> written = new HashSet<>();
  private final Set<String> durable = new HashSet<>();
  private final Map<String, Set<String>> syncing = new HashMap<>();
  private final Set<String> acknowledged = new HashSet<>();
  private final List<String> tooSoon = new ArrayList<>();
  private int syncs;

  /** Looks for events with these keys, none of which is part of another. */
  Trace(Set<String> keys, Iterable<String> lines) {
    this.keys = Set.copyOf(keys);
    for (String line : lines) {
      Matcher call = CALL.matcher(line);
      if (call.matches()) {
        read(call.group(1), call.group(2));
      }
    }
  }

  private void read(String thread, String call) {
    Matcher sync = SYNC.matcher(call);
    if (sync.matches()) {
      if (sync.group(2).contains("<unfinished")) {
        syncing.put(thread, Set.copyOf(written));
      } else if (sync.group(2).endsWith("= 0")) {
        syncs++;
        durable.addAll(written);
      }
    } else if (RETURNED.matcher(call).matches()) {
      Set<String> covered = syncing.remove(thread);
      if (covered != null) {
        syncs++;
        durable.addAll(covered);
      }
    } else if (call.startsWith("pwrite64(") && call.contains("-wal>")) {
      keys.stream().filter(call::contains).forEach(written::add);
    } else if (call.contains("<TCP")) {
      Matcher ack = ACK.matcher(call);
      while (ack.find()) {
        if (acknowledged.add(ack.group(1)) && !durable.contains(ack.group(1))) {
          tooSoon.add(ack.group(1));
        }
      }
    }
  }

  /** Events whose acknowledgement was handed to a socket. */
  Set<String> acknowledged() {
    return acknowledged;
  }

  /** Events that were written to the log. */
  Set<String> written() {
    return written;
  }

  /** Events whose acknowledgement was handed over before they were on the disk. */
  List<String> tooSoon() {
    return tooSoon;
  }

  /** How many syncs of the log returned. */
  int syncs() {
    return syncs;
  }
}
