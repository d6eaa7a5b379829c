package io.souffleur.server.core.testing;

import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.CommitmentId;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Evidence;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.conversation.Promised;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.HintId;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A house and a conversation made up from a seed: the same seed gives the same. Few cues and short
 * limits, so that rules meet. Some events come late: their {@code at} lies before that of an
 * earlier one.
 */
public final class RandomConversation {

  static final List<CueName> AGENT_CUES =
      List.of(
          CueName.GREETING,
          CueName.CUSTOMER_NAME,
          CueName.APOLOGY,
          CueName.WAIT_NOTICE,
          CueName.SOLUTION,
          CueName.FURTHER_HELP,
          CueName.QUESTION,
          CueName.JARGON,
          CueName.COMMITMENT,
          CueName.COMMITMENT);
  static final List<CueName> CUSTOMER_CUES =
      List.of(CueName.GREETING, CueName.DISSATISFACTION, CueName.THANKS, CueName.RESOLVED);

  private final RandomGenerator random;
  private final boolean declared;
  private final Customer customer;
  private final List<String> messages = new ArrayList<>();
  private final List<Author> authors = new ArrayList<>();

  public RandomConversation(long seed, boolean declared) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.declared = declared;
    this.customer =
        one(2) ? ConversationDriver.called(any(List.of("Camille", " "))) : Customer.unknown();
  }

  /** Rules for both languages; where the language must be found, the two lists differ. */
  public House house() {
    return new RandomRules(random).house(declared);
  }

  public Event.Started start() {
    return new Event.Started(
        ConversationDriver.START,
        Medium.CHAT,
        Optional.empty(),
        declared ? Optional.of(Language.FRENCH) : Optional.empty(),
        Optional.empty(),
        customer,
        Optional.empty(),
        ZoneOffset.UTC);
  }

  /** What happens after the start, the end included. */
  public List<Event> events() {
    List<Event> events = new ArrayList<>();
    Instant at = ConversationDriver.START;
    int count = 10 + random.nextInt(30);
    for (int i = 0; i < count; i++) {
      at = at.plusMillis(one(5) ? 0 : random.nextInt(1, 40_000));
      Instant told = one(8) ? at.minusSeconds(random.nextInt(60)) : at;
      events.add(event(told));
    }
    events.add(new Event.Ended(at.plusSeconds(random.nextInt(200)), Optional.empty()));
    return events;
  }

  private Event event(Instant at) {
    return switch (random.nextInt(20)) {
      case 0 ->
          new Event.Assigned(
              at, new Agent("b", "Bo"), one(3) ? Optional.empty() : Optional.of("a"));
      case 1 -> new Event.CallHeld(at);
      case 2 -> one(2) ? new Event.CallRinging(at, Optional.empty()) : new Event.CallResumed(at);
      case 3 ->
          one(2) ? new Event.SurveyAnswered(at, "csat", 4) : new Event.HintDismissed(at, hint());
      case 4 -> new Event.HintUsed(at, hint());
      case 5 -> new Event.HintWrong(at, hint());
      case 6 ->
          new Event.ItemContested(
              at,
              new RuleId("item-" + random.nextInt(9)),
              one(2) ? Optional.of("no") : Optional.empty());
      case 7 -> ofPromise(at);
      case 8, 9, 10 -> messages.isEmpty() ? message(at) : edit(at);
      default -> message(at);
    };
  }

  private Event ofPromise(Instant at) {
    CommitmentId id = new CommitmentId("c" + (1 + random.nextInt(5)));
    return switch (random.nextInt(5)) {
      case 0 -> new Event.CommitmentReopened(at, id);
      case 1, 2 -> new Event.CommitmentKept(at, id);
      default -> new Event.CommitmentCarried(at, promised());
    };
  }

  private Promised promised() {
    Instant deadline = ConversationDriver.START.plusSeconds(60L * random.nextInt(1, 12));
    return new Promised(
        new ConversationId("earlier"),
        deadline.minusSeconds(600),
        deadline.minusSeconds(60),
        deadline,
        one(3) ? Optional.of(LocalDate.of(2026, 11, 22)) : Optional.empty(),
        List.of(new Evidence(new MessageId("e1"), new Span(0, 3))));
  }

  private HintId hint() {
    return new HintId("h" + (1 + random.nextInt(6)));
  }

  private Event message(Instant at) {
    Author author = random.nextInt(10) < 4 ? Author.CUSTOMER : one(8) ? Author.BOT : Author.AGENT;
    boolean note = one(10);
    String id = "m" + messages.size();
    if (!note) {
      messages.add(id);
      authors.add(author);
    }
    Reading reading =
        note
            ? new Reading("und", LanguageEvidence.none(), Acquaintance.none(), List.of())
            : read(author);
    return new Event.Said(
        at, new MessageId(note ? "n-" + id : id), author, reading, one(9) ? 1 : 0, note);
  }

  private Event edit(Instant at) {
    int which = random.nextInt(messages.size());
    return new Event.Said(
        at,
        new MessageId(messages.get(which)),
        authors.get(which),
        read(authors.get(which)),
        2,
        false);
  }

  private Reading read(Author author) {
    List<CueName> names = author == Author.CUSTOMER ? CUSTOMER_CUES : AGENT_CUES;
    List<Cue> cues = new ArrayList<>();
    int place = 0;
    for (CueName name : names) {
      if (one(3)) {
        Optional<String> value =
            one(2) ? Optional.of("PT" + 5 * random.nextInt(18) + "S") : Optional.empty();
        cues.add(new Cue(name, new Span(place, place + 3), "abc", 1, value));
      }
      place += 5;
    }
    LanguageEvidence evidence =
        one(4) ? LanguageEvidence.settledOn(Language.ENGLISH) : LanguageEvidence.none();
    return new Reading("fr", evidence, Acquaintance.none(), cues);
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
