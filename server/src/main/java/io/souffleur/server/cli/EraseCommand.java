package io.souffleur.server.cli;

import io.souffleur.server.PrivateStore;
import io.souffleur.server.audit.Who;
import io.souffleur.server.config.Settings;
import io.souffleur.server.privacy.HeldException;
import io.souffleur.server.privacy.Subject;
import io.souffleur.server.sealing.Erasure;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Erases what is kept of somebody, while the server is stopped. */
@Command(
    name = "erase",
    description = {
      "Erases all that is kept of a customer, or one conversation, and prints the receipt.",
      "While the server runs, an admin asks it: POST /v1/privacy/erasures."
    })
final class EraseCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final ConfigOption config = new ConfigOption();

  @ArgGroup(multiplicity = "1")
  private SubjectOptions whose = new SubjectOptions();

  EraseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UnusableException {
    Settings settings = config.settings(console);
    Subject subject = whose.subject();
    try (PrivateStore store =
        PrivateStore.open(
            settings,
            Clock.systemUTC(),
            (reason, cause) -> console.complaints().println("souffleur: " + reason))) {
      Erasure erasure = store.erasures().erase(subject, Who.COMMAND);
      console
          .messages()
          .println(
              "erased "
                  + erasure.conversations().size()
                  + " conversations at "
                  + erasure.at()
                  + ", receipt "
                  + erasure.id());
      erasure.conversations().forEach(console.messages()::println);
      return ExitCode.SUCCESS;
    } catch (IOException | HeldException e) {
      throw new UnusableException(FileTrouble.told(e));
    }
  }
}
