package io.souffleur.server.crash;

import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Medium;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A conversation whose messages are numbered; it ends after some. Nothing is promised in it: the
 * server would note that in its journal, where only what was told is looked for. For one thread.
 */
final class Story {
  static final AgentRef AGENT = new AgentRef("ines", "Inès");

  private static final int SHORTEST = 15;
  private static final int SPREAD = 50;
  private static final List<String> CUSTOMER =
      List.of(
          "Bonjour, ma cafetière est arrivée cassée, c’est inadmissible",
          "Quand est-ce que je serai remboursée ?",
          "Merci",
          "Je ne comprends pas",
          "C’est la commande");
  private static final List<String> AGENTS =
      List.of(
          "Bonjour, toutes mes excuses pour cet envoi",
          "Je regarde, un instant",
          "Je vérifie auprès du transporteur",
          "Si j’ai bien compris, elle est arrivée cassée ?",
          "Je vous souhaite une bonne journée");

  private final String key;
  private final RandomGenerator random;
  private final int length;
  private int events;
  private boolean ended;

  Story(String key, RandomGenerator random) {
    this.key = key;
    this.random = random;
    this.length = SHORTEST + random.nextInt(SPREAD);
  }

  String key() {
    return key;
  }

  boolean ended() {
    return ended;
  }

  /** What happens next. */
  ChannelEvent next() {
    int number = events++;
    EventKey id = new EventKey("e" + number);
    if (number == 0) {
      return new ChannelEvent.ConversationStarted(
          id,
          new ConversationKey(key),
          now(),
          Medium.CHAT,
          Optional.empty(),
          Optional.of("fr"),
          Optional.empty(),
          CustomerRef.UNKNOWN,
          Optional.of(AGENT));
    }
    if (number == length) {
      ended = true;
      return new ChannelEvent.ConversationEnded(
          id, new ConversationKey(key), now(), Optional.empty());
    }
    boolean agent = random.nextBoolean();
    return message(id, agent ? Author.AGENT : Author.CUSTOMER, number, 0);
  }

  /** The next version of a message. */
  ChannelEvent edit(ChannelEvent.Message earlier) {
    return message(earlier.id(), earlier.author(), events, earlier.revision() + 1);
  }

  private ChannelEvent message(EventKey id, Author author, int number, int revision) {
    List<String> texts = author == Author.AGENT ? AGENTS : CUSTOMER;
    return new ChannelEvent.Message(
        id,
        new ConversationKey(key),
        now(),
        author,
        texts.get(random.nextInt(texts.size())) + " (" + number + ")",
        revision,
        false);
  }

  private static OffsetDateTime now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }
}
