package io.souffleur.server.benchmark;

import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.CueReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much heap a live conversation takes in the core: the heap with many of them, each ten
 * messages old and with names and ids of its own, less the heap without, after a full collection.
 */
public final class StateSize {

  private static final int CONVERSATIONS = 50_000;
  private static final int MESSAGES = 10;

  private StateSize() {}

  /** Prints bytes a conversation, five times over. */
  public static void main(String[] args) {
    Coach coach = new Coach(ChecklistLibrary.shipped(Language.FRENCH));
    CueReader reader = CueReader.shipped();
    for (int round = 0; round < 5; round++) {
      List<State> states = new ArrayList<>(CONVERSATIONS);
      long before = used();
      for (int i = 0; i < CONVERSATIONS; i++) {
        List<Event> events = StepBenchmark.events(i, reader);
        State state = coach.start((Event.Started) events.get(0)).state();
        for (Event event : events.subList(1, 1 + MESSAGES)) {
          state = coach.step(state, event).state();
        }
        states.add(state);
      }
      long each = (used() - before) / CONVERSATIONS;
      System.out.printf(Locale.ROOT, "%d bytes a conversation (%d of them)%n", each, states.size());
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
