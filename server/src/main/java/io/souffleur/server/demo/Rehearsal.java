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
 * @param times how often each scene is played, in a conversation and for a desk of its own
 * @param patience how long the server may take to acknowledge it all
 */
public record Rehearsal(
    String authority, String channelKey, String hostKey, int times, Duration patience) {
  private static final AgentRef AGENT = new AgentRef("rehearsal", "Inès");

  /** What the agent says to everything the customer says, by language. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "fr",
          "Bonjour, je suis désolée de l’attente. Je vérifie et je vous réponds d’ici 10 minutes.",
          "en",
          "Hello, I’m sorry about the wait. Let me check, I’ll be back within 10 minutes.");

  /**
   * Plays each scene in conversations of its own, has a desk watch each of them, and goes on
   * talking. The conversations stay open.
   *
   * @return whether all of it was acknowledged
   * @throws IOException when a desk gets no ticket
   */
  public boolean play() throws IOException, InterruptedException {
    if (!talk(Rehearsal::open)) {
      return false;
    }
    List<Onlooker> desks = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HostTickets tickets = new HostTickets(http, authority, hostKey);
      try {
        for (ConversationKey conversation : conversations()) {
          desks.add(Onlooker.at(http, authority, tickets.mint(AGENT), conversation));
        }
        return talk((link, scene, key) -> link.resume(key));
      } finally {
        desks.forEach(Onlooker::close);
      }
    }
  }

  /** How a conversation is taken up. */
  private interface Entry {
    Conversation enter(Souffleur link, Scene scene, String key);
  }

  private static Conversation open(Souffleur link, Scene scene, String key) {
    return link.open(key, Medium.CHAT, scene.customer().onTheWire(), Optional.of(AGENT));
  }

  private boolean talk(Entry entry) throws InterruptedException {
    Souffleur link =
        Souffleur.connect(
            LinkSettings.of(URI.create("ws://" + authority + "/v1/channel"), channelKey));
    ANSWERS.forEach(
        (language, answer) -> {
          Scene scene = Scene.in(language).orElseThrow();
          for (int time = 0; time < times; time++) {
            Conversation chat = entry.enter(link, scene, key(language, time));
            for (String line : scene.lines()) {
              chat.say(Author.CUSTOMER, line);
              chat.say(Author.AGENT, answer);
            }
          }
        });
    link.close();
    return link.awaitClosed(patience) && link.counters().waiting() == 0;
  }

  private List<ConversationKey> conversations() {
    return ANSWERS.keySet().stream()
        .flatMap(language -> IntStream.range(0, times).mapToObj(time -> key(language, time)))
        .map(ConversationKey::new)
        .toList();
  }

  private static String key(String language, int time) {
    return "rehearsal-" + language + "-" + time;
  }
}
