package io.souffleur.server.lane;

import io.souffleur.server.contract.Coaching;
import io.souffleur.server.contract.Elsewhere;
import io.souffleur.server.contract.Original;
import io.souffleur.server.contract.Told;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Wordless;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.DeskAction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Parts the words of what comes in from what is kept of it, where words are not kept. Stateless but
 * for what the house wants.
 */
final class Texts {

  private final Words words;

  Texts(Words words) {
    this.words = words;
  }

  /**
   * What has to be known to handle an input: where words are not kept, all that can be read in it,
   * so that what follows is what will follow again from the journal.
   */
  Elsewhere toHandle(
      Fold fold, Resident resident, Masking.Masked masked, Instant handled, Elsewhere elsewhere) {
    return words.kept() || said(masked.input()).isEmpty()
        ? elsewhere
        : new Elsewhere.Read(
            fold.gist(resident, masked.input(), handled, elsewhere, masked.original()));
  }

  /**
   * What the journal keeps of an input that was just handled.
   *
   * @param elsewhere with which it was handled
   * @param told what followed
   */
  Entry entry(
      Resident resident, Input input, Elsewhere elsewhere, List<Told> told, Original original) {
    long position = resident.position;
    if (elsewhere instanceof Elsewhere.Read read) {
      String text = said(input).orElse("");
      return without(input)
          .entry(
              position,
              resident.channel,
              resident.reached,
              List.of(),
              Optional.of(new Wordless(read.gist(), mark(input, text))));
    }
    List<Sighting> seen = Coaching.seenOnce(told, original);
    return input.entry(position, resident.channel, resident.reached, seen, Optional.empty());
  }

  /** Its place belongs to what is marked: the same words elsewhere can't be recognised. */
  private String mark(Input input, String text) {
    return words
        .mark()
        .apply(
            String.join(
                "\n",
                "text",
                input.conversation().value(),
                input.id().value(),
                Integer.toString(input.revision()),
                text));
  }

  /** Whether {@code input} is what is kept as {@code known}, without its words. */
  boolean areSame(Wordless kept, Input known, Input input) {
    return known.equals(without(input))
        && (kept.mark().isEmpty() || kept.mark().equals(mark(input, said(input).orElse(""))));
  }

  /** The text of something said; empty for anything else. */
  static Optional<String> said(Input input) {
    return switch (input) {
      case Input.FromChannel(ChannelEvent.Message said) -> Optional.of(said.text());
      case Input.FromChannel(ChannelEvent.Utterance said) -> Optional.of(said.text());
      case Input.FromChannel other -> Optional.empty();
      case Input.FromDesk done -> Optional.empty();
      case Input.Noted noted -> Optional.empty();
    };
  }

  /** The same without what somebody wrote or said; the same input when there is nothing. */
  static Input without(Input input) {
    return switch (input) {
      case Input.FromChannel(ChannelEvent event) -> new Input.FromChannel(without(event));
      case Input.FromDesk(DeskAction action) -> new Input.FromDesk(without(action));
      case Input.Noted noted -> noted;
    };
  }

  private static ChannelEvent without(ChannelEvent event) {
    return switch (event) {
      case ChannelEvent.Message said -> said.withText("");
      case ChannelEvent.Utterance said -> said.withText("");
      case ChannelEvent.SurveyAnswered survey -> survey.withComment(Optional.empty());
      case ChannelEvent.ConversationStarted started -> started;
      case ChannelEvent.AgentAssigned assigned -> assigned;
      case ChannelEvent.CallRinging ringing -> ringing;
      case ChannelEvent.CallAnswered answered -> answered;
      case ChannelEvent.CallHeld held -> held;
      case ChannelEvent.CallResumed resumed -> resumed;
      case ChannelEvent.ConversationEnded ended -> ended;
      case ChannelEvent.Typing typing -> typing;
      case ChannelEvent.Draft draft -> draft;
    };
  }

  private static DeskAction without(DeskAction action) {
    return switch (action) {
      case DeskAction.HintWrong wrong -> wrong.withComment(Optional.empty());
      case DeskAction.ItemContested contested -> contested.withComment(Optional.empty());
      case DeskAction.HintUsed used -> used;
      case DeskAction.HintDismissed dismissed -> dismissed;
      case DeskAction.CommitmentKept kept -> kept;
      case DeskAction.CommitmentReopened reopened -> reopened;
    };
  }
}
