package io.souffleur.server.benchmark;

import io.souffleur.server.Clocks;
import io.souffleur.server.Extras;
import io.souffleur.server.Souffleur;
import io.souffleur.server.checklist.ChecklistsRefusedException;
import io.souffleur.server.config.Settings;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Checklists;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.http.Pages;
import io.souffleur.server.journal.FatalHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The server that a load runs against, in a process of its own: the whole program with the shipped
 * checklists ({@code coach}), or the same with nothing to read and nothing to judge ({@code
 * relay}), which journals every message and passes it on to the desks.
 *
 * <p>Prints its port on the first line; ends with its standard input.
 */
public final class BenchmarkServer {

  static final String KEY = "benchmark-benchmark-benchmark-1234";
  static final String HOST_KEY = "benchmark-benchmark-benchmark-5678";

  private BenchmarkServer() {}

  /** {@code args}: coach or relay, and the data folder. */
  public static void main(String[] args) throws IOException, ChecklistsRefusedException {
    Settings settings =
        new Settings(
            "127.0.0.1",
            0,
            Path.of(args[1]),
            List.of(new Settings.Key("benchmark", KEY)),
            List.of(new Settings.Key("benchmark", HOST_KEY)),
            Set.of(),
            Language.FRENCH,
            Optional.empty(),
            Optional.empty());
    try (Souffleur server = start(args[0], settings)) {
      System.out.println(server.port());
      while (System.in.read() >= 0) {
        // Waits for the end of the load.
      }
    }
  }

  private static Souffleur start(String kind, Settings settings)
      throws IOException, ChecklistsRefusedException {
    Extras extras = Extras.pages(new Pages(Optional.empty()));
    Clocks clocks = Clocks.ofTheMachine();
    FatalHandler fatal = (reason, cause) -> Runtime.getRuntime().halt(1);
    return switch (kind) {
      case "coach" -> Souffleur.start(settings, extras, clocks, fatal);
      case "relay" ->
          Souffleur.start(
              settings,
              extras,
              new Coaching(new Coach(new None()), RELAY, Optional.empty()),
              clocks,
              fatal);
      default -> throw new IllegalArgumentException("coach or relay: " + kind);
    };
  }

  private static final MessageReader RELAY =
      (text, context) -> new Reading("und", context.evidence(), context.acquaintance(), List.of());

  /** A house without norms. */
  private record None() implements Checklists {
    @Override
    public Optional<Checklist> choose(Language language, Medium medium, Optional<String> queue) {
      return Optional.empty();
    }

    @Override
    public Language fallback() {
      return Language.FRENCH;
    }
  }
}
