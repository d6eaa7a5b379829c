package io.souffleur.server.core.testing;

import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.HintId;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A house and a conversation made up from a seed: the same seed gives the same. Few cues and short
 * limits, so that rules meet. Some events come late: their {@code at} lies before that of an
 * earlier one.
 */
public final class RandomConversation {

  private static final List<CueName> AGENT_CUES =
      List.of(
          CueName.GREETING,
          CueName.CUSTOMER_NAME,
          CueName.APOLOGY,
          CueName.WAIT_NOTICE,
          CueName.SOLUTION,
          CueName.FURTHER_HELP,
          CueName.JARGON);
  private static final List<CueName> CUSTOMER_CUES =
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
    List<Rule> rules = rules();
    House house = House.of(rules.toArray(Rule[]::new));
    if (declared) {
      return house;
    }
    List<Rule> others = new ArrayList<>(rules);
    others.removeIf(rule -> one(4));
    return house.with(Language.ENGLISH, others.reversed().toArray(Rule[]::new));
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rules.add(item("item-" + i));
    }
    for (int i = 0; i < 4; i++) {
      rules.add(timer("timer-" + i));
    }
    return rules;
  }

  private Rule item(String id) {
    CueName cue = any(AGENT_CUES);
    ItemBuilder item =
        one(4)
            ? ItemBuilder.avoid(id, cue)
            : ItemBuilder.say(id, cueTest(EnumSet.of(cue, any(AGENT_CUES))));
    CueTest trigger =
        one(2)
            ? CueTest.of(Author.CUSTOMER, any(CUSTOMER_CUES))
            : CueTest.of(Author.AGENT, any(AGENT_CUES));
    switch (random.nextInt(6)) {
      case 0 -> item.once(trigger);
      case 1 -> item.everyTime(trigger);
      case 2 -> item.from(any(List.of(Stage.values())));
      case 3 -> item.whenNamed();
      default -> {}
    }
    switch (random.nextInt(3)) {
      case 0 -> {
        int messages = 1 + random.nextInt(4);
        item.dueWithin(random.nextInt(messages + 1), messages);
      }
      case 1 -> item.dueFrom(any(List.of(Stage.values())));
      default -> {
        int limit = 1 + random.nextInt(90);
        item.dueWithin(Duration.ofSeconds(random.nextInt(limit + 1)), Duration.ofSeconds(limit));
      }
    }
    item.times(1 + random.nextInt(3));
    if (one(4)) {
      item.notInARow(2 + random.nextInt(2));
    }
    if (!one(4)) {
      item.atRisk(any(List.of(Severity.values())));
    }
    if (!one(4)) {
      item.missed(any(List.of(Severity.values())));
    }
    return item.coolDown(seconds(60)).expires(seconds(60)).weight(random.nextInt(3)).build();
  }

  private CueTest cueTest(Set<CueName> cues) {
    Set<String> values = one(6) ? Set.of("PT10S", "PT20S", "PT30S") : Set.of();
    return new CueTest(cues, one(4), Author.AGENT, one(4), values, Map.of());
  }

  private Rule timer(String id) {
    TimerBuilder timer =
        TimerBuilder.timer(id).from(moment(), moment()).to(moment(), moment()).within(seconds(60));
    if (one(3)) {
      timer =
          TimerBuilder.timer(id)
              .from(new Moment.Heard(CueTest.of(Author.AGENT, CueName.WAIT_NOTICE)))
              .to(moment())
              .asAnnounced(seconds(10));
    }
    if (!one(3)) {
      timer.atRisk(any(List.of(Severity.values())));
    }
    if (!one(3)) {
      timer.breached(any(List.of(Severity.values())));
    }
    return timer.coolDown(seconds(60)).expires(seconds(60)).build();
  }

  private Moment moment() {
    return switch (random.nextInt(6)) {
      case 0 -> new Moment.ConversationStarted();
      case 1, 2 -> new Moment.MessageBy(Author.CUSTOMER);
      case 3 -> new Moment.MessageBy(Author.AGENT);
      case 4 -> new Moment.Heard(CueTest.of(Author.AGENT, any(AGENT_CUES)));
      default -> new Moment.Held();
    };
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
      case 0 -> new Event.Assigned(at, new Agent("b", "Bo"), Optional.of("a"));
      case 1 -> new Event.CallHeld(at);
      case 2 -> new Event.CallRinging(at, Optional.empty());
      case 3 -> new Event.HintDismissed(at, hint());
      case 4 -> new Event.HintUsed(at, hint());
      case 5 -> new Event.HintWrong(at, hint());
      case 6 -> new Event.ItemContested(at, new RuleId("item-" + random.nextInt(9)));
      case 7, 8, 9 -> messages.isEmpty() ? message(at) : edit(at);
      default -> message(at);
    };
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
    Reading reading = note ? new Reading("und", LanguageEvidence.none(), List.of()) : read(author);
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
    return new Reading("fr", evidence, cues);
  }

  private Duration seconds(int most) {
    return Duration.ofSeconds(1 + random.nextInt(most));
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
