package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.CommitmentState;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Evidence;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.conversation.Feeling;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.conversation.Promised;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Checklists;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A whole state in bytes, for a process that comes after this one. Its checklist is not among them,
 * only what it is called: {@link Checklists} says which one that is. What writes a part stands
 * beside what reads it; the bytes mean nothing to another build of the program, nor under other
 * checklists.
 */
final class PackedState {

  private static final List<Medium> MEDIA = List.of(Medium.values());
  private static final List<Language> LANGUAGES = List.of(Language.values());
  private static final List<Stage> STAGES = List.of(Stage.values());
  private static final List<Feeling> FEELINGS = List.of(Feeling.values());
  private static final List<CommitmentState> COMMITMENTS = List.of(CommitmentState.values());

  private PackedState() {}

  /**
   * The bytes of a state.
   *
   * @throws IllegalArgumentException when the conversation has ended: nothing goes on from there
   */
  static byte[] of(State state) {
    if (state.ended()) {
      throw new IllegalArgumentException("a conversation that has ended is not packed");
    }
    Packing to = new Packing(Instant.EPOCH);
    facts(to, state.facts());
    to.optional(state.checklist().orElse(null), checklist -> name(to, checklist));
    to.raw(state.packedMarks().bytes());
    progress(to, state.progress());
    pace(to, state.pace());
    numbers(to, state.seen().hashes());
    mood(to, state.mood());
    still(to, state.still());
    numbers(to, state.conduct().customer());
    numbers(to, state.conduct().agent());
    to.each(state.ledger().promises(), promise -> promise(to, promise));
    to.number(state.hintsGiven());
    to.number(state.seq());
    to.instant(state.reached());
    to.optional(state.wakeUp().orElse(null), to::instant);
    return to.bytes();
  }

  /**
   * The state that {@code bytes} were made of.
   *
   * @throws IllegalArgumentException when they were not made here, or under other checklists
   */
  static State unpacked(byte[] bytes, Checklists checklists) {
    try {
      Unpacking from = new Unpacking(bytes, Instant.EPOCH);
      State state = state(from, checklists);
      if (!from.isDone()) {
        throw new IllegalArgumentException("more bytes than a state has");
      }
      return state;
    } catch (RuntimeException e) {
      // Not the cause's own message: it may quote what somebody wrote.
      throw new IllegalArgumentException("not the bytes of a state: " + e.getClass().getName());
    }
  }

  private static State state(Unpacking from, Checklists checklists) {
    Facts facts = facts(from);
    return new State(
        facts,
        checklist(from, checklists, facts),
        PackedMarks.ofBytes(from.raw()),
        progress(from),
        pace(from),
        Seen.of(numbers(from)),
        mood(from),
        still(from),
        Conduct.of(numbers(from), numbers(from)),
        Ledger.of(from.each(() -> promise(from))),
        from.count(),
        from.count(),
        from.instant(),
        from.optional(from::instant),
        null);
  }

  private static void name(Packing to, Checklist checklist) {
    to.text(checklist.name());
    to.number(checklist.version());
  }

  /** The one that the coach would choose now, if it is the one that was chosen then. */
  private static @Nullable Checklist checklist(Unpacking from, Checklists checklists, Facts facts) {
    Language language = facts.language().orElseGet(checklists::fallback);
    Checklist chosen = checklists.choose(language, facts.medium(), facts.queue()).orElse(null);
    if (!from.flag()) {
      if (chosen != null) {
        throw new IllegalArgumentException("there is a checklist now");
      }
      return null;
    }
    String name = from.text();
    int version = from.count();
    if (chosen == null || !chosen.name().equals(name) || chosen.version() != version) {
      throw new IllegalArgumentException("another checklist is chosen now");
    }
    return chosen;
  }

  private static void facts(Packing to, Facts facts) {
    to.oneOf(MEDIA, facts.medium());
    to.optional(facts.queue().orElse(null), to::text);
    to.optional(facts.reason().orElse(null), to::text);
    customer(to, facts.customer());
    to.optional(
        facts.agent().orElse(null),
        agent -> {
          to.text(agent.key());
          to.text(agent.name());
        });
    to.text(facts.zone().getId());
    to.instant(facts.started());
    to.optional(facts.evidence().settled().orElse(null), each -> to.oneOf(LANGUAGES, each));
    to.number(facts.evidence().french());
    to.number(facts.evidence().english());
    to.text(facts.evidence().undecided());
    to.optional(facts.acquaintance().name().orElse(null), to::text);
    to.flag(facts.acquaintance().nameAsked());
    to.flag(facts.acquaintance().agentSpoke());
  }

  private static Facts facts(Unpacking from) {
    return new Facts(
        from.oneOf(MEDIA),
        maybe(from.optional(from::text)),
        maybe(from.optional(from::text)),
        customer(from),
        maybe(from.optional(() -> new Agent(from.text(), from.text()))),
        ZoneId.of(from.text()),
        from.instant(),
        Optional.empty(),
        new LanguageEvidence(
            maybe(from.optional(() -> from.oneOf(LANGUAGES))),
            from.count(),
            from.count(),
            from.text()),
        new Acquaintance(maybe(from.optional(from::text)), from.flag(), from.flag()));
  }

  private static void customer(Packing to, Customer customer) {
    to.optional(customer.key().orElse(null), to::text);
    to.optional(customer.name().orElse(null), to::text);
    to.optional(customer.firstName().orElse(null), to::text);
    to.optional(customer.lastName().orElse(null), to::text);
    to.optional(customer.title().orElse(null), to::text);
    to.each(
        new TreeMap<>(customer.attributes()).entrySet(),
        attribute -> {
          to.text(attribute.getKey());
          to.text(attribute.getValue());
        });
  }

  private static Customer customer(Unpacking from) {
    return new Customer(
        maybe(from.optional(from::text)),
        maybe(from.optional(from::text)),
        maybe(from.optional(from::text)),
        maybe(from.optional(from::text)),
        maybe(from.optional(from::text)),
        attributes(from));
  }

  private static Map<String, String> attributes(Unpacking from) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int left = from.size(); left > 0; left--) {
      attributes.put(from.text(), from.text());
    }
    return attributes;
  }

  private static void progress(Packing to, Progress progress) {
    to.oneOf(STAGES, progress.stage());
    to.flag(progress.customerSpoke());
    to.flag(progress.agentSpoke());
    to.flag(progress.answered());
    to.number(progress.replies());
    to.mentions(progress.enteredBy());
  }

  private static Progress progress(Unpacking from) {
    return new Progress(
        from.oneOf(STAGES),
        from.flag(),
        from.flag(),
        from.flag(),
        (byte) from.count(),
        from.mentions());
  }

  private static void pace(Packing to, Pace pace) {
    to.optional(pace.firstReply(), to::instant);
    to.optional(pace.waitingSince(), to::instant);
    to.number(pace.answers());
    to.duration(pace.waited());
    to.duration(pace.longest());
  }

  private static Pace pace(Unpacking from) {
    return new Pace(
        from.optional(from::instant),
        from.optional(from::instant),
        from.count(),
        from.duration(),
        from.duration());
  }

  private static void mood(Packing to, Mood mood) {
    to.optional(mood.reason(), to::text);
    to.optional(mood.first(), feeling -> to.oneOf(FEELINGS, feeling));
    to.optional(mood.last(), feeling -> to.oneOf(FEELINGS, feeling));
    to.optional(mood.worst(), feeling -> to.oneOf(FEELINGS, feeling));
    to.number(mood.repetitions());
    to.optional(mood.resolved(), to::flag);
  }

  private static Mood mood(Unpacking from) {
    return new Mood(
        from.optional(from::text),
        from.optional(() -> from.oneOf(FEELINGS)),
        from.optional(() -> from.oneOf(FEELINGS)),
        from.optional(() -> from.oneOf(FEELINGS)),
        from.count(),
        from.optional(from::flag));
  }

  private static void still(Packing to, Standstill still) {
    to.flag(still.held());
    to.flag(still.owing());
    to.optional(still.waitUntil(), to::instant);
  }

  private static Standstill still(Unpacking from) {
    return new Standstill(from.flag(), from.flag(), from.optional(from::instant));
  }

  private static void promise(Packing to, Promise promise) {
    to.number(promise.number());
    to.mentions(promise.places());
    to.optional(promise.carried(), carried -> promised(to, carried));
    to.instant(promise.made());
    to.instant(promise.atRisk());
    to.instant(promise.deadline());
    to.optional(promise.day(), day -> to.number(day.toEpochDay()));
    to.oneOf(COMMITMENTS, promise.state());
    to.number(promise.seq());
    to.instant(promise.at());
  }

  private static Promise promise(Unpacking from) {
    return new Promise(
        from.count(),
        from.mentions(),
        from.optional(() -> promised(from)),
        from.instant(),
        from.instant(),
        from.instant(),
        from.optional(() -> LocalDate.ofEpochDay(from.number())),
        from.oneOf(COMMITMENTS),
        from.count(),
        from.instant());
  }

  private static void promised(Packing to, Promised promised) {
    to.text(promised.conversation().key());
    to.instant(promised.made());
    to.instant(promised.atRisk());
    to.instant(promised.deadline());
    to.optional(promised.day().orElse(null), day -> to.number(day.toEpochDay()));
    to.each(
        promised.evidence(),
        evidence -> {
          to.text(evidence.message().key());
          to.number(evidence.span().start());
          to.number(evidence.span().end());
        });
  }

  private static Promised promised(Unpacking from) {
    return new Promised(
        new ConversationId(from.text()),
        from.instant(),
        from.instant(),
        from.instant(),
        maybe(from.optional(() -> LocalDate.ofEpochDay(from.number()))),
        from.each(
            () -> new Evidence(new MessageId(from.text()), new Span(from.count(), from.count()))));
  }

  private static void numbers(Packing to, int[] numbers) {
    to.number(numbers.length);
    for (int number : numbers) {
      to.number(number);
    }
  }

  private static int[] numbers(Unpacking from) {
    int[] numbers = new int[from.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = from.count();
    }
    return numbers;
  }

  private static <T> Optional<T> maybe(@Nullable T value) {
    return Optional.ofNullable(value);
  }
}
