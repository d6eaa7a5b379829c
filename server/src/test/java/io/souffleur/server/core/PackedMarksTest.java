package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ItemBuilder.say;
import static io.souffleur.server.core.testing.TimerBuilder.timer;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Contest;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Evidence;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Because;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.hint.Showings;
import io.souffleur.server.core.hint.Variables;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.testing.House;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedMarksTest {

  private static final Instant STARTED = Instant.parse("2026-11-20T14:00:00.123456789Z");
  private static final Facts FACTS =
      new Facts(
          Medium.CHAT,
          Optional.empty(),
          Optional.empty(),
          Customer.unknown(),
          Optional.empty(),
          ZoneId.of("Europe/Paris"),
          STARTED,
          Optional.empty(),
          LanguageEvidence.none(),
          Acquaintance.none());
  private static final Checklist CHECKLIST =
      House.of(
              say("greeting", CueName.GREETING).build(),
              say("apology", CueName.APOLOGY).build(),
              timer("response").build())
          .choose(Language.FRENCH, Medium.CHAT, Optional.empty())
          .orElseThrow();

  /** A rule of a checklist that was left since. */
  private static final RuleId LEFT = new RuleId("farewell");

  private static final List<String> TEXTS =
      List.of("", "m1", "été", "💬", "\uD83D", "\uFFFF", "x".repeat(300));
  private static final List<Instant> INSTANTS =
      List.of(
          STARTED,
          STARTED.plusMillis(1),
          STARTED.minusNanos(1),
          STARTED.plusSeconds(90),
          Instant.EPOCH,
          Instant.MIN,
          Instant.MAX);
  private static final List<Duration> DURATIONS =
      List.of(Duration.ZERO, Duration.ofMillis(1500), Duration.ofNanos(1), Duration.ofDays(30));

  private static Marks packedAndUnpacked(Marks marks, @Nullable Checklist checklist) {
    return PackedMarks.of(marks, checklist, FACTS).unpacked(checklist, FACTS);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void whatever_the_marks_they_come_back_as_they_were(long seed) {
    Draw draw = new Draw(new Random(seed));
    for (int round = 0; round < 200; round++) {
      Marks marks = draw.marks();
      assertThat(packedAndUnpacked(marks, CHECKLIST)).isEqualTo(marks);
      assertThat(packedAndUnpacked(marks, null)).isEqualTo(marks);
    }
  }

  @Test
  void a_rule_comes_back_as_the_object_of_its_checklist() {
    Rule.Timer rule = CHECKLIST.timers().getFirst();
    HintMark mark = HintMark.silenced(new RuleId(rule.id().key()));
    Marks back =
        packedAndUnpacked(
            new Marks(List.of(), List.of(), List.of(mark), Watched.NOTHING, Tally.NOTHING),
            CHECKLIST);
    assertThat(back.hints().getFirst().rule()).isSameAs(rule.id());
  }

  /** Draws marks, extreme ones as often as ordinary ones. */
  private record Draw(Random random) {

    Marks marks() {
      return new Marks(
          some(this::item),
          some(this::timer),
          some(this::hint),
          Watched.of(chains()),
          Tally.of(some(() -> number(Integer.MAX_VALUE)).stream().mapToInt(it -> it).toArray()));
    }

    private List<@Nullable Mention> chains() {
      List<@Nullable Mention> chains = new ArrayList<>();
      for (int left = random.nextInt(4); left > 0; left--) {
        chains.add(mentions());
      }
      return chains;
    }

    private ItemMark item() {
      return new ItemMark(
          one(List.of(ItemState.values())),
          random.nextBoolean() ? one(INSTANTS) : null,
          random.nextBoolean() ? mention(null) : null,
          mentions(),
          random.nextBoolean() ? new Around(mentions(), mentions()) : null,
          random.nextBoolean() ? schedule() : null,
          (short) number(Short.MAX_VALUE),
          (short) number(Short.MAX_VALUE),
          random.nextBoolean() ? contest() : null,
          number(Integer.MAX_VALUE),
          one(INSTANTS));
    }

    private Contest contest() {
      return new Contest(
          one(INSTANTS), random.nextBoolean() ? Optional.of("déjà dit") : Optional.empty());
    }

    private Schedule schedule() {
      return new Schedule(
          one(INSTANTS),
          one(INSTANTS),
          random.nextBoolean() ? one(INSTANTS) : null,
          random.nextBoolean());
    }

    private @Nullable Mention mentions() {
      Mention latest = null;
      for (int left = random.nextInt(5); left > 0; left--) {
        latest = mention(latest);
      }
      return latest;
    }

    private Mention mention(@Nullable Mention earlier) {
      char start = (char) number(Character.MAX_VALUE);
      return new Mention(one(TEXTS), start, (char) number(Character.MAX_VALUE), earlier);
    }

    private TimerMark timer() {
      return random.nextBoolean()
          ? TimerMark.neverRan()
          : new TimerMark(
              one(List.of(TimerState.values())),
              one(INSTANTS),
              one(DURATIONS),
              random.nextBoolean() ? schedule() : null,
              random.nextBoolean(),
              1 + number(Integer.MAX_VALUE - 1),
              one(INSTANTS));
    }

    private HintMark hint() {
      HintMark hidden =
          new HintMark(
              rule(),
              number(Integer.MAX_VALUE),
              one(List.of(Severity.values())),
              new Episode(one(INSTANTS), one(TEXTS)),
              one(INSTANTS),
              one(List.of(HintMark.Answer.values())),
              new Showings(number(9), number(9), number(9)),
              null);
      return random.nextBoolean() ? hidden : hidden.showing(shown(hidden));
    }

    private Update.Hint shown(HintMark mark) {
      return new Update.Hint(
          number(Integer.MAX_VALUE),
          one(INSTANTS),
          HintMark.id(mark.number()),
          mark.rule(),
          mark.severity(),
          some(this::because),
          new Variables(
              maybe(TEXTS),
              maybe(TEXTS),
              one(INSTANTS),
              FACTS.zone(),
              maybe(DURATIONS),
              maybe(TEXTS),
              maybe(TEXTS)),
          mark.until());
    }

    private Because because() {
      int start = number(Character.MAX_VALUE);
      return random.nextBoolean()
          ? new Because.Deadline(rule(), one(INSTANTS))
          : new Because.Said(
              new Evidence(
                  new MessageId(one(TEXTS)), new Span(start, start + 1 + random.nextInt(9))));
    }

    private RuleId rule() {
      return one(
          List.of(
              LEFT,
              CHECKLIST.items().getFirst().id(),
              CHECKLIST.items().getLast().id(),
              CHECKLIST.timers().getFirst().id()));
    }

    private int number(int most) {
      return one(List.of(0, 1, 127, 128, most));
    }

    private <T> T one(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    private <T> Optional<T> maybe(List<T> all) {
      return random.nextBoolean() ? Optional.of(one(all)) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> draw) {
      List<T> some = new ArrayList<>();
      for (int left = random.nextInt(4); left > 0; left--) {
        some.add(draw.get());
      }
      return some;
    }
  }
}
