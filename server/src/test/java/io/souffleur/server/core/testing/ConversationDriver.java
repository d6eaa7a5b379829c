package io.souffleur.server.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.Coach;
import io.souffleur.server.core.State;
import io.souffleur.server.core.Step;
import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.CommitmentId;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.conversation.Promised;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.HintId;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a conversation with the coach. The clock stands still until the test moves it; every update
 * must be asserted before the next thing happens, so that nothing goes by unseen.
 */
public final class ConversationDriver {

  public static final Instant START = Instant.parse("2026-11-22T14:00:00Z");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final Coach coach;
  private final List<Update> unseen = new ArrayList<>();
  private Instant now = START;
  private ZoneId zone = PARIS;
  private Medium medium = Medium.CHAT;
  private Optional<Language> language = Optional.of(Language.FRENCH);
  private Customer customer = Customer.unknown();
  private LanguageEvidence evidence = LanguageEvidence.none();
  private @Nullable State state;
  private long seq;

  public ConversationDriver(House house) {
    this.coach = new Coach(house);
  }

  public ConversationDriver in(ZoneId place) {
    zone = place;
    return this;
  }

  /** A conversation whose language was declared; null: it must be found. */
  public ConversationDriver language(@Nullable Language declared) {
    language = Optional.ofNullable(declared);
    return this;
  }

  public ConversationDriver with(Customer known) {
    customer = known;
    return this;
  }

  /** A customer of whom the first name is known. */
  public static Customer called(String firstName) {
    return new Customer(
        Optional.empty(),
        Optional.empty(),
        Optional.of(firstName),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  public ConversationDriver startsAt(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  /** By another medium than chat. */
  public ConversationDriver by(Medium other) {
    medium = other;
    return this;
  }

  public ConversationDriver starts() {
    take(
        coach.start(
            new Event.Started(
                now,
                medium,
                Optional.empty(),
                language,
                Optional.empty(),
                customer,
                Optional.of(new Agent("ines", "Inès")),
                zone)));
    return this;
  }

  /** Moves the clock, and wakes the coach at each instant it asked for. */
  public ConversationDriver after(Duration time) {
    Instant until = now.plus(time);
    while (state().wakeUp().filter(due -> !due.isAfter(until)).isPresent()) {
      now = state().wakeUp().orElseThrow();
      take(coach.step(state(), new Event.Woken(now)));
    }
    now = until;
    return this;
  }

  public ConversationDriver afterSeconds(long seconds) {
    return after(Duration.ofSeconds(seconds));
  }

  /** What the next messages show of the conversation's language. */
  public ConversationDriver sounding(LanguageEvidence so) {
    evidence = so;
    return this;
  }

  public ConversationDriver agent(String id, String text, Shown... cues) {
    return says(Author.AGENT, id, 0, text, cues);
  }

  public ConversationDriver customer(String id, String text, Shown... cues) {
    return says(Author.CUSTOMER, id, 0, text, cues);
  }

  public ConversationDriver says(
      Author author, String id, int revision, String text, Shown... cues) {
    return happens(
        new Event.Said(now, new MessageId(id), author, reading(text, cues), revision, false));
  }

  public ConversationDriver note(String id) {
    return happens(new Event.Said(now, new MessageId(id), Author.AGENT, reading("note"), 0, true));
  }

  public ConversationDriver ends() {
    return happens(new Event.Ended(now, Optional.empty()));
  }

  public ConversationDriver dismisses(String hint) {
    return happens(new Event.HintDismissed(now, new HintId(hint)));
  }

  public ConversationDriver callsWrong(String hint) {
    return happens(new Event.HintWrong(now, new HintId(hint)));
  }

  public ConversationDriver uses(String hint) {
    return happens(new Event.HintUsed(now, new HintId(hint)));
  }

  /** The agent says that a promise is kept. */
  public ConversationDriver keeps(String commitment) {
    return happens(new Event.CommitmentKept(now, new CommitmentId(commitment)));
  }

  /** The agent says that a promise is not kept after all. */
  public ConversationDriver reopens(String commitment) {
    return happens(new Event.CommitmentReopened(now, new CommitmentId(commitment)));
  }

  /** An earlier conversation hands a promise on. */
  public ConversationDriver carries(Promised promised) {
    return happens(new Event.CommitmentCarried(now, promised));
  }

  public ConversationDriver contests(String item) {
    return happens(new Event.ItemContested(now, new RuleId(item), Optional.empty()));
  }

  /** The instant that the clock shows. */
  public Instant now() {
    return now;
  }

  /** Another agent takes over now. */
  public Event transfer(String to) {
    return new Event.Assigned(now, new Agent(to, to), Optional.of("ines"));
  }

  public ConversationDriver happens(Event event) {
    take(coach.step(state(), event));
    return this;
  }

  /** The ids of the items that sending {@code text} now would tick. */
  public List<String> wouldTick(String text, Shown... cues) {
    return coach.tried(state(), reading(text, cues), now).ticks().stream()
        .map(RuleId::key)
        .toList();
  }

  /** The rules that sending {@code text} now would break, each with the words. */
  public List<String> wouldBreak(String text, Shown... cues) {
    return coach.tried(state(), reading(text, cues), now).breaks().stream()
        .map(each -> each.item().id().key() + " " + each.cue().text())
        .toList();
  }

  /** The rules that sending {@code text} now would leave unkept, each with the words that close. */
  public List<String> wouldLeaveOut(String text, Shown... cues) {
    return coach.tried(state(), reading(text, cues), now).gaps().stream()
        .map(
            gap ->
                gap.item().id().key()
                    + gap.closing()
                        .map(words -> " " + text.substring(words.start(), words.end()))
                        .orElse(""))
        .toList();
  }

  private Reading reading(String text, Shown... shown) {
    List<Cue> cues = new ArrayList<>();
    for (Shown each : shown) {
      int start = text.indexOf(each.words());
      assertThat(start).as("«%s» in «%s»", each.words(), text).isNotNegative();
      cues.add(
          new Cue(
              each.cue(),
              new Span(start, start + each.words().length()),
              each.words(),
              0.9,
              Optional.ofNullable(each.value())));
    }
    return new Reading("fr", evidence, Acquaintance.none(), cues);
  }

  /** A cue and the words that show it. */
  public record Shown(CueName cue, String words, @Nullable String value) {}

  public static Shown shows(CueName cue, String words) {
    return new Shown(cue, words, null);
  }

  public static Shown shows(CueName cue, String words, String value) {
    return new Shown(cue, words, value);
  }

  private void take(Step step) {
    for (Update update : step.updates()) {
      assertThat(update.seq()).as("no gap at %s", update).isEqualTo(++seq);
      assertThat(update.at()).as("at the instant it happens: %s", update).isEqualTo(now);
    }
    unseen.addAll(step.updates());
    state = step.state();
    assertThat(step.state().seq()).isEqualTo(seq);
    step.state().wakeUp().ifPresent(due -> assertThat(due).isAfter(step.state().reached()));
  }

  /** Every update since the last assertion, exactly these, in this order. */
  public ConversationDriver then(String... lines) {
    assertThat(Lines.of(unseen)).containsExactly(lines);
    unseen.clear();
    return this;
  }

  public ConversationDriver thenNothing() {
    return then();
  }

  /** Passes over what is not the matter of this test. */
  public ConversationDriver skipping() {
    unseen.clear();
    return this;
  }

  /** The updates that were not asserted yet. */
  public List<Update> unseen() {
    return List.copyOf(unseen);
  }

  public State state() {
    if (state == null) {
      throw new IllegalStateException("the conversation has not started");
    }
    return state;
  }
}
