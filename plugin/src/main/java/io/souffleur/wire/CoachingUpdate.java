package io.souffleur.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What changed for the people who watch a conversation. */
public sealed interface CoachingUpdate extends DeskReply {

  /** The conversation it belongs to. */
  ConversationKey conversation();

  /** Per conversation, from 1, no gaps. */
  long seq();

  /** When it became so. */
  Instant at();

  /**
   * What one message shows; one for every message, also when it shows nothing.
   *
   * @param language of this message, a BCP 47 tag
   * @param stage where the conversation stands after it
   */
  record Cues(
      ConversationKey conversation,
      long seq,
      Instant at,
      EventKey message,
      Author author,
      String language,
      List<Cue> cues,
      Stage stage)
      implements CoachingUpdate {
    public Cues {
      Checks.positive("seq", seq);
      Checks.language("language", language);
      cues = List.copyOf(cues);
    }
  }

  /**
   * A judgement about a message.
   *
   * @param cue its name
   * @param start in UTF-16 code units of the text as received
   * @param end exclusive
   * @param text the characters from start to end
   * @param confidence 0 to 1
   * @param value a normalised reading, where one exists
   */
  record Cue(
      String cue, int start, int end, String text, double confidence, Optional<String> value) {
    public Cue {
      Checks.span(start, end);
      Checks.share("confidence", confidence);
    }
  }

  /**
   * An item of the checklist stands differently.
   *
   * @param count how often so far, where the rule counts
   * @param target how often it takes, where the rule counts
   * @param due when it comes due, where that is an instant
   * @param norms the norms it serves, such as {@code A3}
   * @param title in the language of the desk
   * @param stage under which it is listed; empty: {@code throughout}
   * @param why in the language of the desk
   * @param checklist the rule's checklist
   * @param version of the checklist, from 1
   * @param contested the agent's latest word against it
   */
  record Item(
      ConversationKey conversation,
      long seq,
      Instant at,
      String item,
      ItemState state,
      OptionalInt count,
      OptionalInt target,
      Optional<Instant> due,
      List<Span> evidence,
      List<String> norms,
      String title,
      Optional<Stage> stage,
      String why,
      String checklist,
      int version,
      Optional<Contest> contested)
      implements CoachingUpdate {
    public Item {
      Checks.positive("seq", seq);
      Checks.positive("version", version);
      evidence = List.copyOf(evidence);
      norms = List.copyOf(norms);
    }
  }

  /**
   * The agent's word against how an item stands.
   *
   * @param comment why, where the agent says so
   */
  record Contest(Instant at, Optional<String> comment) {
    public Contest {
      Checks.text("comment", comment);
    }
  }

  /**
   * A hint is shown, or shown more insistently under the same id.
   *
   * @param title in the language of the desk
   * @param text in the language of the desk
   * @param because never empty in what the server sends
   * @param phrases ready to insert, in {@code lang}
   * @param lang the language of the conversation, a BCP 47 tag
   */
  record Hint(
      ConversationKey conversation,
      long seq,
      Instant at,
      String hint,
      String item,
      Severity severity,
      String title,
      String text,
      List<Because> because,
      List<String> phrases,
      Instant expires,
      String lang)
      implements CoachingUpdate {
    public Hint {
      Checks.positive("seq", seq);
      Checks.language("lang", lang);
      because = List.copyOf(because);
      phrases = List.copyOf(phrases);
    }
  }

  /** A hint goes away. */
  record HintWithdrawn(
      ConversationKey conversation, long seq, Instant at, String hint, WithdrawalReason reason)
      implements CoachingUpdate {
    public HintWithdrawn {
      Checks.positive("seq", seq);
    }
  }

  /**
   * A timer stands differently.
   *
   * @param norms the norms it serves, such as {@code A3}
   * @param title in the language of the desk
   * @param started since when it runs
   * @param atRisk from when on it is about to run out
   */
  record Timer(
      ConversationKey conversation,
      long seq,
      Instant at,
      String timer,
      TimerState state,
      Instant deadline,
      List<String> norms,
      String title,
      Instant started,
      Instant atRisk)
      implements CoachingUpdate {
    public Timer {
      Checks.positive("seq", seq);
      norms = List.copyOf(norms);
    }
  }

  /**
   * A promise of the agent stands differently.
   *
   * @param commitment its id, unique in the conversation
   * @param made when it was made
   * @param atRisk from when on it is about to fall due
   * @param deadline the instant at which it is late
   * @param day the day to whose end it was promised, where the conversation takes place; empty: it
   *     was promised to a time of the clock
   * @param evidence where it was made, in messages of {@code from} where that is present
   * @param from the earlier conversation in which it was made; empty: this one
   */
  record Commitment(
      ConversationKey conversation,
      long seq,
      Instant at,
      String commitment,
      CommitmentState state,
      Instant deadline,
      Instant made,
      Instant atRisk,
      Optional<LocalDate> day,
      List<Span> evidence,
      Optional<ConversationKey> from)
      implements CoachingUpdate {
    public Commitment {
      Checks.positive("seq", seq);
      Checks.key("commitment", commitment);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * How it went, once at the end. Maps list their entries in the order of their keys.
   *
   * @param score 0 to 1; empty ({@code null} on the wire) when nothing applied
   * @param commitments every promise that was not withdrawn
   * @param figures what the checklist counts, for those who look at many conversations
   * @param hints how many were shown, by rule and by the highest severity they reached
   * @param medium how the two talked
   * @param customer how it went for the customer
   */
  record Summary(
      ConversationKey conversation,
      long seq,
      Instant at,
      OptionalDouble score,
      Map<String, ItemState> items,
      Map<String, TimerState> timers,
      Map<String, CommitmentState> commitments,
      Map<String, Integer> figures,
      Map<String, Duration> durations,
      Map<String, Map<Severity, Integer>> hints,
      Medium medium,
      CustomerCourse customer)
      implements CoachingUpdate {
    public Summary {
      Checks.positive("seq", seq);
      score.ifPresent(share -> Checks.share("score", share));
      items = Checks.sorted(items);
      timers = Checks.sorted(timers);
      commitments = Checks.sorted(commitments);
      figures = Checks.sorted(figures);
      durations = Checks.sorted(durations);
      hints.forEach(
          (rule, counts) ->
              counts.forEach((severity, count) -> Checks.notNegative("hints." + rule, count)));
      hints = Checks.sorted(hints);
    }
  }

  /**
   * How a conversation went for its customer, by the customer's own words.
   *
   * @param reason why they wrote, where that was understood
   * @param first how their first words sounded that showed a feeling
   * @param last how their last such words sounded
   * @param worst the worst of all
   * @param repetitions how many messages said that they say it again
   * @param resolved whether the problem is solved, where the channel or the customer said so
   */
  record CustomerCourse(
      Optional<String> reason,
      Optional<Feeling> first,
      Optional<Feeling> last,
      Optional<Feeling> worst,
      int repetitions,
      Optional<Boolean> resolved) {
    public CustomerCourse {
      Checks.notNegative("repetitions", repetitions);
    }
  }
}
