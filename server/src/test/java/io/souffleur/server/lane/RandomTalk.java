package io.souffleur.server.lane;

import io.souffleur.server.contract.Talk;
import io.souffleur.wire.ChannelEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Conversations that make no sense, from a seed. Times within one never go back. */
final class RandomTalk {

  private static final List<String> TEXTS =
      List.of(
          "greeting",
          "greeting customer-name",
          "wait-notice:PT1M",
          "apology empathy",
          "jargon:plain",
          "question",
          "dissatisfaction",
          "lang:en question",
          "farewell thanks",
          "commitment:PT2M",
          "");

  private final Random random;
  private final List<ChannelEvent> events = new ArrayList<>();

  private RandomTalk(long seed) {
    this.random = new Random(seed);
  }

  /** The events of several conversations, mixed, in the order of their times. */
  static List<ChannelEvent> of(long seed, Instant start, int conversations, int messages) {
    RandomTalk talk = new RandomTalk(seed);
    for (int i = 0; i < conversations; i++) {
      talk.one(new Talk("c" + i), start, messages);
    }
    talk.events.sort((one, other) -> one.at().toInstant().compareTo(other.at().toInstant()));
    return talk.events;
  }

  private void one(Talk talk, Instant start, int messages) {
    Instant at = start.plusSeconds(random.nextInt(30));
    events.add(
        talk.starts(
            "s",
            at,
            random.nextBoolean() ? Optional.of("fr") : Optional.empty(),
            Optional.of("ines")));
    for (int i = 0; i < messages; i++) {
      at = at.plusMillis(1 + random.nextInt(50_000));
      String text = TEXTS.get(random.nextInt(TEXTS.size()));
      events.add(
          random.nextBoolean() ? talk.customer("m" + i, at, text) : talk.agent("m" + i, at, text));
    }
    if (random.nextInt(3) > 0) {
      events.add(talk.ends("e", at.plusSeconds(1 + random.nextInt(200))));
    }
  }
}
