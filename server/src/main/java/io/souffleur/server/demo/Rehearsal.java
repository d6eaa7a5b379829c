package io.souffleur.server.demo;

import io.souffleur.link.Conversation;
import io.souffleur.link.LinkSettings;
import io.souffleur.link.Souffleur;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Author;
import io.souffleur.wire.Medium;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The demo's scenes, told to a server in one go, with nobody there to watch. */
public final class Rehearsal {
  private static final AgentRef AGENT = new AgentRef("rehearsal", "Inès");

  /** What the agent says to everything the customer says, by language. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "fr",
          "Bonjour, je suis désolée de l’attente. Je vérifie et je vous réponds d’ici 10 minutes.",
          "en",
          "Hello, I’m sorry about the wait. Let me check, I’ll be back within 10 minutes.");

  private Rehearsal() {}

  /**
   * Plays them. The conversations stay open.
   *
   * @param authority of the server, such as {@code localhost:8080}
   * @param channelKey a channel's key there
   * @param patience how long the server may take to acknowledge it all
   * @return whether it has
   */
  public static boolean play(String authority, String channelKey, Duration patience)
      throws InterruptedException {
    Souffleur link =
        Souffleur.connect(
            LinkSettings.of(URI.create("ws://" + authority + "/v1/channel"), channelKey));
    ANSWERS.forEach(
        (language, answer) -> {
          Scene scene = Scene.in(language).orElseThrow();
          Conversation chat =
              link.open(
                  "rehearsal-" + language,
                  Medium.CHAT,
                  scene.customer().onTheWire(),
                  Optional.of(AGENT));
          for (String line : scene.lines()) {
            chat.say(Author.CUSTOMER, line);
            chat.say(Author.AGENT, answer);
          }
        });
    link.close();
    return link.awaitClosed(patience) && link.counters().waiting() == 0;
  }
}
