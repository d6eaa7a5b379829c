package io.souffleur.server.cli;

import io.souffleur.server.PrivateStore;
import io.souffleur.server.audit.Who;
import io.souffleur.server.config.Settings;
import io.souffleur.server.privacy.Holds;
import io.souffleur.server.sealing.Hold;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Places, lifts and lists holds, while the server is stopped. */
@Command(
    name = "hold",
    description = {
      "Keeps what there is of a customer, or one conversation, from being erased, until the hold"
          + " is lifted; without either, lists the holds.",
      "While the server runs, an admin asks it: POST /v1/privacy/holds."
    })
final class HoldCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final ConfigOption config = new ConfigOption();

  @ArgGroup private @Nullable SubjectOptions whose;

  @Option(names = "--lift", paramLabel = "ID", description = "lift the hold of this name instead")
  private Optional<String> lift = Optional.empty();

  HoldCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UnusableException {
    Settings settings = config.settings(console);
    try (PrivateStore store =
        PrivateStore.open(
            settings,
            Clock.systemUTC(),
            (reason, cause) -> console.complaints().println("souffleur: " + reason))) {
      Holds holds = store.erasures().holds();
      if (lift.isPresent()) {
        if (!holds.lift(lift.get(), Who.COMMAND)) {
          throw new UnusableException("there is no hold " + lift.get());
        }
        console.messages().println("lifted hold " + lift.get());
      } else if (whose != null) {
        Hold hold = holds.place(whose.subject(), Who.COMMAND);
        console.messages().println("placed hold " + hold.id());
      } else {
        holds.all().forEach(hold -> console.messages().println(line(hold)));
      }
      return ExitCode.SUCCESS;
    } catch (IOException e) {
      throw new UnusableException(FileTrouble.told(e));
    }
  }

  private static String line(Hold hold) {
    String held =
        switch (hold.held()) {
          case Hold.Held.Customer customer -> "customer\t" + customer.key();
          case Hold.Held.Conversation conversation -> "conversation\t" + conversation.key();
        };
    return String.join("\t", hold.id(), hold.at().toString(), hold.by(), held);
  }
}
