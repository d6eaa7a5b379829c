package io.souffleur.server.demo;

import io.souffleur.link.Conversation;
import io.souffleur.link.LinkSettings;
import io.souffleur.link.Souffleur;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Author;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.Medium;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The demo's scenes, told to a server in one go, with desks that watch and nobody at them.
 *
 * @param authority of the server, such as {@code localhost:8080}
 * @param channelKey a channel's key there
 * @param hostKey a host's key there
 * @param conversations how many a language
 * @param patience how long the server may take to acknowledge what is said in a round
 */
public record Rehearsal(
    String authority, String channelKey, String hostKey, int conversations, Duration patience) {
  private static final AgentRef AGENT = new AgentRef("rehearsal", "Inès");

  /** What the agent says to everything the customer says, by language. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "fr",
          "Bonjour, je suis désolée de l’attente. Je vérifie et je vous réponds d’ici 10 minutes.",
          "en",
          "Hello, I’m sorry about the wait. Let me check, I’ll be back within 10 minutes.");

  /**
   * Plays each scene in conversations of its own, from its first line to its last. They stay open.
   *
   * @return whether all of it was acknowledged
   */
  public boolean play() throws InterruptedException {
    return talk(
        (link, scene, key) -> {
          Conversation chat =
              link.open(key, Medium.CHAT, scene.customer().onTheWire(), Optional.of(AGENT));
          scene.lines().forEach(line -> exchange(chat, scene, line));
        });
  }

  /**
   * Goes on in the conversations of {@link #play}: in each round a desk comes for each of them and
   * leaves, while the customer says another line.
   *
   * @return whether all of it was acknowledged
   * @throws IOException when a desk gets no ticket
   */
  public boolean goOn(int rounds) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HostTickets tickets = new HostTickets(http, authority, hostKey);
      for (int round = 0; round < rounds; round++) {
        int number = round;
        List<Onlooker> desks = new ArrayList<>();
        try {
          for (ConversationKey conversation : keys()) {
            desks.add(Onlooker.at(http, authority, tickets.mint(AGENT), conversation));
          }
          if (!talk(
              (link, scene, key) ->
                  exchange(
                      link.resume(key), scene, scene.lines().get(number % scene.lines().size())))) {
            return false;
          }
        } finally {
          desks.forEach(Onlooker::close);
        }
      }
    }
    return true;
  }

  /** What is said in one conversation. */
  private interface Talk {
    void in(Souffleur link, Scene scene, String key);
  }

  private boolean talk(Talk talk) throws InterruptedException {
    Souffleur link =
        Souffleur.connect(
            LinkSettings.of(URI.create("ws://" + authority + "/v1/channel"), channelKey));
    for (String language : ANSWERS.keySet()) {
      Scene scene = Scene.in(language).orElseThrow();
      for (int number = 0; number < conversations; number++) {
        talk.in(link, scene, key(language, number));
      }
    }
    link.close();
    return link.awaitClosed(patience) && link.counters().waiting() == 0;
  }

  private static void exchange(Conversation chat, Scene scene, String line) {
    chat.say(Author.CUSTOMER, line);
    chat.say(Author.AGENT, ANSWERS.getOrDefault(scene.language(), ""));
  }

  private List<ConversationKey> keys() {
    return ANSWERS.keySet().stream()
        .flatMap(
            language -> IntStream.range(0, conversations).mapToObj(number -> key(language, number)))
        .map(ConversationKey::new)
        .toList();
  }

  private static String key(String language, int number) {
    return "rehearsal-" + language + "-" + number;
  }
}
