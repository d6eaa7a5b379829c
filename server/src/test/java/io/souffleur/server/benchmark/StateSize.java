package io.souffleur.server.benchmark;

import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.State;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.CueReader;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.RefusalException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How much heap a live conversation takes in the core: the heap with many of them, each told by
 * frames of its own, less the heap without, after a full collection.
 */
public final class StateSize {

  private static final int CONVERSATIONS = 20_000;
  private static final int ROUNDS = 3;
  private static final int[] MESSAGES = {10, 12, 36};
  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  private StateSize() {}

  /** Prints bytes a conversation after as many messages as each argument says. */
  public static void main(String[] args) throws RefusalException {
    int[] messages =
        args.length == 0 ? MESSAGES : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    Coaching coaching =
        new Coaching(
            new Coach(ChecklistLibrary.shipped(Language.FRENCH)),
            CueReader.shipped(),
            Optional.empty());
    for (int most : messages) {
      for (int round = 0; round < ROUNDS; round++) {
        long each = bytesEach(coaching, most);
        System.out.printf(Locale.ROOT, "%d bytes a conversation after %d messages%n", each, most);
      }
    }
  }

  private static long bytesEach(Coaching coaching, int messages) throws RefusalException {
    List<State> states = new ArrayList<>(CONVERSATIONS);
    long before = used();
    for (int i = 0; i < CONVERSATIONS; i++) {
      states.add(conversation(coaching, i, messages));
    }
    long grown = used() - before;
    return grown / states.size();
  }

  /** Beyond its end a script begins again. */
  private static State conversation(Coaching coaching, int number, int messages)
      throws RefusalException {
    String key = "c-" + number;
    String frame = Script.started(key, number, "agent-" + number % 40, START.toString());
    var started = (ChannelEvent.ConversationStarted) ChannelCodec.decode(frame);
    State state = coaching.start(started, START).state();
    for (int i = 0; i < messages; i++) {
      Instant at = START.plusSeconds(20L * (i + 1));
      Script.Line line = Script.line(number, i % Script.length());
      String message = Script.message("m-" + number + "-" + i, key, line, at.toString());
      state = coaching.step(state, ChannelCodec.decode(message), at).state();
    }
    return state;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
