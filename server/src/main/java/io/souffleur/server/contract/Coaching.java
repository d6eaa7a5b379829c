package io.souffleur.server.contract;

import io.souffleur.server.core.Coach;
import io.souffleur.server.core.Draft;
import io.souffleur.server.core.State;
import io.souffleur.server.core.Step;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.CommitmentId;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Speech;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Misspelling;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.core.hint.HintId;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.Gist;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.core.text.SpokenWords;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.EventKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Coaching in the terms of the contract: each kept event, read where it has a text, becomes a step
 * of the core. Every way in (a live lane, a folded journal, a replayed file) goes through here, so
 * that they agree. Stateless; safe for use by any thread.
 *
 * <p>The instant at which something is handled must not lie before the one the state has reached.
 */
public final class Coaching {

  /** The customer's attribute that names the zone a conversation takes place in. */
  private static final String TIME_ZONE = "timeZone";

  private static final String NO_LANGUAGE = "und";

  private final Coach coach;
  private final MessageReader reader;
  private final Optional<ZoneId> houseZone;

  /**
   * A coach with a reader.
   *
   * @param houseZone of conversations whose customer has none; empty: the offset they start with
   */
  public Coaching(Coach coach, MessageReader reader, Optional<ZoneId> houseZone) {
    this.coach = coach;
    this.reader = reader;
    this.houseZone = houseZone;
  }

  /** The first step of a conversation. */
  public Step start(ChannelEvent.ConversationStarted event, Instant handled) {
    return coach.start(
        new Event.Started(
            handled,
            Terms.medium(event.medium()),
            event.queue(),
            event.language().flatMap(Language::ofTag),
            event.reason(),
            Terms.customer(event.customer()),
            event.agent().map(Terms::agent),
            zone(event)));
  }

  /** Handles the wake-ups due at or before {@code until}, each at its own instant. */
  public Step wake(State state, Instant until) {
    return coach.advance(state, until);
  }

  /**
   * The step that a kept event leads to.
   *
   * @param elsewhere what it has to do with the agent's other conversations
   * @param original what was masked in its text
   * @throws IllegalArgumentException when the event is not kept, or a second start
   */
  public Step step(
      State state, ChannelEvent event, Instant handled, Elsewhere elsewhere, Original original) {
    return coach.step(state, told(state, event, handled, elsewhere, original));
  }

  /**
   * What is left of something said where its words are not kept; with {@link Elsewhere.Read} the
   * same step follows from it. Empty for an event that says nothing.
   */
  public Optional<Gist> gist(
      State state, ChannelEvent event, Instant handled, Elsewhere elsewhere, Original original) {
    return told(state, event, handled, elsewhere, original) instanceof Event.Said said
        ? Optional.of(Gist.of(said.reading(), said.speech().map(Speech::words).orElse(0)))
        : Optional.empty();
  }

  /** The same of an event in which nothing was masked. */
  public Step step(State state, ChannelEvent event, Instant handled, Elsewhere elsewhere) {
    return step(state, event, handled, elsewhere, Original.SHOWN);
  }

  /** The same in a conversation of which it is not known what else its agent does. */
  public Step step(State state, ChannelEvent event, Instant handled) {
    return step(state, event, handled, Elsewhere.NOTHING);
  }

  /** The step that an agent's action leads to. */
  public Step step(State state, DeskAction action, Instant handled) {
    return coach.step(
        state,
        switch (action) {
          case DeskAction.HintUsed used -> new Event.HintUsed(handled, new HintId(used.hint()));
          case DeskAction.HintDismissed dismissed ->
              new Event.HintDismissed(handled, new HintId(dismissed.hint()));
          case DeskAction.HintWrong wrong -> new Event.HintWrong(handled, new HintId(wrong.hint()));
          case DeskAction.ItemContested contested ->
              new Event.ItemContested(handled, new RuleId(contested.item()), contested.comment());
          case DeskAction.CommitmentKept kept ->
              new Event.CommitmentKept(handled, new CommitmentId(kept.commitment()));
          case DeskAction.CommitmentReopened reopened ->
              new Event.CommitmentReopened(handled, new CommitmentId(reopened.commitment()));
        });
  }

  /**
   * The step that a promise leads to which an earlier conversation told last as {@code promise}.
   */
  public Step step(State state, CoachingUpdate.Commitment promise, Instant handled) {
    return coach.step(state, new Event.CommitmentCarried(handled, Terms.promised(promise)));
  }

  /** A state in bytes; see {@link Coach#packed}. */
  public byte[] packed(State state) {
    return coach.packed(state);
  }

  /** The state of such bytes; see {@link Coach#unpacked}. */
  public State unpacked(byte[] bytes) {
    return coach.unpacked(bytes);
  }

  /**
   * What sending {@code text} at {@code at} would do; changes nothing.
   *
   * @param language of what is said about it; empty: the conversation's own
   * @param others whom the agent talks to in other conversations
   * @param errors that somebody else found in it
   */
  public DeskReply.DraftChecked draft(
      State state,
      io.souffleur.wire.ConversationKey conversation,
      String text,
      long revision,
      Instant at,
      Optional<Language> language,
      List<Customer> others,
      List<Misspelling> errors) {
    Reading read = reader.read(text, state.contextFor(Author.AGENT, at, others));
    List<Misspelling> proofs = Proofs.kept(errors, read, state.facts());
    Draft draft = coach.tried(state, read.with(proofs.stream().map(Misspelling::cue).toList()), at);
    Language spoken = Telling.language(state);
    DraftFindings findings =
        new DraftFindings(text, state.facts(), spoken, language.orElse(spoken));
    return new DeskReply.DraftChecked(
        conversation,
        revision,
        draft.ticks().stream().map(RuleId::key).toList(),
        findings.of(draft, proofs));
  }

  /** The language of a conversation: its own once known, until then that of its checklist. */
  public static Language spoken(State state) {
    return Telling.language(state);
  }

  private Event told(
      State state, ChannelEvent event, Instant handled, Elsewhere elsewhere, Original original) {
    return switch (event) {
      case ChannelEvent.ConversationStarted started ->
          throw new IllegalArgumentException("the conversation has started already");
      case ChannelEvent.AgentAssigned assigned ->
          new Event.Assigned(handled, Terms.agent(assigned.agent()), assigned.previous());
      case ChannelEvent.Message said ->
          said(
              state,
              handled,
              said.id(),
              said.author(),
              said.text(),
              said.revision(),
              said.internal(),
              Optional.empty(),
              elsewhere,
              original);
      case ChannelEvent.Utterance said -> {
        if (!said.isFinal()) {
          throw notKept(said);
        }
        yield said(
            state,
            handled,
            said.id(),
            said.author(),
            said.text(),
            said.revision(),
            said.internal(),
            Optional.of(speech(said)),
            elsewhere,
            original);
      }
      case ChannelEvent.CallRinging ringing ->
          new Event.CallRinging(
              handled,
              ringing.ring().isPresent()
                  ? Optional.of(ringing.ring().getAsInt())
                  : Optional.empty());
      case ChannelEvent.CallAnswered answered -> new Event.CallAnswered(handled);
      case ChannelEvent.CallHeld held -> new Event.CallHeld(handled);
      case ChannelEvent.CallResumed resumed -> new Event.CallResumed(handled);
      case ChannelEvent.ConversationEnded ended ->
          new Event.Ended(handled, ended.resolution().map(Terms::resolution));
      case ChannelEvent.SurveyAnswered survey ->
          new Event.SurveyAnswered(handled, Terms.survey(survey.kind()), survey.score());
      case ChannelEvent.Typing typing -> throw notKept(typing);
      case ChannelEvent.Draft draft -> throw notKept(draft);
    };
  }

  private Event.Said said(
      State state,
      Instant handled,
      EventKey id,
      io.souffleur.wire.Author author,
      String text,
      int revision,
      boolean note,
      Optional<Speech> speech,
      Elsewhere elsewhere,
      Original original) {
    Author by = Terms.author(author);
    if (elsewhere instanceof Elsewhere.Read(Optional<Gist> gist)) {
      Gist known =
          gist.orElseThrow(() -> new IllegalStateException("what was said could not be read"));
      return new Event.Said(
          handled,
          Terms.message(id),
          by,
          known.reading(),
          revision,
          note,
          speech.map(timed -> new Speech(timed.start(), timed.end(), known.spoken())));
    }
    if (note) {
      Reading unread =
          new Reading(
              NO_LANGUAGE, state.facts().evidence(), state.facts().acquaintance(), List.of());
      return new Event.Said(handled, Terms.message(id), by, unread, revision, true);
    }
    Reading reading = read(state, text, by, handled, elsewhere, original);
    if (speech.isPresent() && by == Author.AGENT) {
      reading = reading.with(state.conduct().cues(speech.get(), text));
    }
    return new Event.Said(handled, Terms.message(id), by, reading, revision, false, speech);
  }

  private Reading read(
      State state,
      String text,
      Author by,
      Instant handled,
      Elsewhere elsewhere,
      Original original) {
    return switch (elsewhere) {
      case Elsewhere.Customers(List<Customer> others) -> {
        ReadingContext context = state.contextFor(by, handled, others);
        Reading reading = reader.read(text, context);
        yield original instanceof Original.Hidden hidden
            ? reading.with(hidden.shown(reading, reader.read(hidden.text(), context), text))
            : reading;
      }
      case Elsewhere.Seen(List<Sighting> sightings) -> {
        Reading reading = reader.read(text, state.contextFor(by, handled));
        yield reading.with(
            sightings.stream()
                .map(sighting -> sighting.in(text))
                .filter(cue -> !reading.cues().contains(cue))
                .toList());
      }
      case Elsewhere.Read read -> throw new IllegalStateException("it has been read");
    };
  }

  /**
   * What was seen in a message that would not be seen in it again: by those alone who know the
   * agent's other conversations, or what was masked.
   */
  public static List<Sighting> seenOnce(List<Told> told, Original original) {
    List<Sighting> seen = new ArrayList<>();
    for (Told one : told) {
      if (one.update() instanceof Update.Cues shown) {
        for (Cue cue : shown.cues()) {
          if (cue.name() == CueName.WRONG_NAME
              || (original instanceof Original.Hidden hidden && hidden.showed(cue))) {
            seen.add(Sighting.of(cue));
          }
        }
      }
    }
    return seen;
  }

  private static Speech speech(ChannelEvent.Utterance said) {
    return new Speech(
        Duration.ofMillis(said.start()),
        Duration.ofMillis(said.end()),
        SpokenWords.in(said.text()));
  }

  private static IllegalArgumentException notKept(ChannelEvent event) {
    return new IllegalArgumentException(
        event.getClass().getSimpleName() + " is not kept, so nothing follows from it");
  }

  private ZoneId zone(ChannelEvent.ConversationStarted event) {
    OffsetDateTime at = event.at();
    return Optional.ofNullable(event.customer().attributes().get(TIME_ZONE))
        .flatMap(Coaching::zone)
        .or(() -> houseZone)
        .orElse(at.getOffset());
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
