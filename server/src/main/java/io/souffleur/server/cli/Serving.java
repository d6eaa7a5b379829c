package io.souffleur.server.cli;

import io.souffleur.server.Clocks;
import io.souffleur.server.Extras;
import io.souffleur.server.Souffleur;
import io.souffleur.server.checklist.ChecklistsRefusedException;
import io.souffleur.server.config.Settings;
import io.souffleur.server.http.AddressInUseException;
import io.souffleur.server.nlp.lexicon.LexiconException;
import java.io.IOException;

/** How commands start a server. */
final class Serving {
  private Serving() {}

  /**
   * Starts a server that ends the process when it can't go on.
   *
   * @throws UnusableException when the settings can't be used, with all that is wrong
   */
  static Souffleur start(Settings settings, Extras extras, Console console)
      throws UnusableException {
    try {
      return Souffleur.start(
          settings,
          extras,
          Clocks.ofTheMachine(),
          (reason, cause) -> {
            console.complaints().println("souffleur: " + reason + ": " + Faults.told(cause));
            // Without tidying up: what is not durable now must not be told to anybody.
            Runtime.getRuntime().halt(ExitCode.FAILURE);
          });
    } catch (AddressInUseException e) {
      throw new UnusableException(e.getMessage() + "; choose another port");
    } catch (LexiconException e) {
      throw UnusableException.saidInFull(String.valueOf(e.getMessage()));
    } catch (ChecklistsRefusedException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UnusableException(FileTrouble.told(e));
    }
  }
}
