package io.souffleur.server.lane;

import io.souffleur.server.contract.Original;
import io.souffleur.server.redaction.Redacted;
import io.souffleur.server.redaction.Redactor;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.DeskAction;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Masks the texts of what comes in. Keys are no texts: they stay. Safe for use by any thread. */
final class Masking {

  private final Redactor redactor;
  private final boolean keepsWords;

  Masking(Discretion discretion) {
    this.redactor = discretion.redactor();
    this.keepsWords = discretion.words().kept();
  }

  /**
   * Something that came in, without what was masked in it.
   *
   * @param original what rules are still to see of it
   */
  record Masked(Input input, Original original) {

    private static Masked whole(Input input) {
      return new Masked(input, Original.SHOWN);
    }
  }

  /** The same input when there is nothing to mask. */
  Masked masked(Input input) {
    return switch (input) {
      case Input.FromChannel(ChannelEvent event) -> masked(input, event);
      case Input.FromDesk(DeskAction action) ->
          Masked.whole(
              switch (action) {
                case DeskAction.HintWrong wrong ->
                    new Input.FromDesk(wrong.withComment(comment(wrong.comment())));
                case DeskAction.ItemContested contested ->
                    new Input.FromDesk(contested.withComment(comment(contested.comment())));
                case DeskAction.HintUsed used -> input;
                case DeskAction.HintDismissed dismissed -> input;
                case DeskAction.CommitmentKept kept -> input;
                case DeskAction.CommitmentReopened reopened -> input;
              });
      case Input.Noted noted -> Masked.whole(input);
    };
  }

  private Masked masked(Input input, ChannelEvent event) {
    return switch (event) {
      case ChannelEvent.Message said -> {
        Redacted text = redactor.redact(said.text());
        yield text.changed()
            ? new Masked(
                new Input.FromChannel(said.withText(text.text())), original(said.text(), text))
            : Masked.whole(input);
      }
      case ChannelEvent.Utterance said -> {
        Redacted text = redactor.redact(said.text());
        yield text.changed()
            ? new Masked(
                new Input.FromChannel(said.withText(text.text())), original(said.text(), text))
            : Masked.whole(input);
      }
      case ChannelEvent.ConversationStarted started ->
          Masked.whole(
              new Input.FromChannel(
                  new ChannelEvent.ConversationStarted(
                      started.id(),
                      started.conversation(),
                      started.at(),
                      started.medium(),
                      started.queue(),
                      started.language(),
                      text(started.reason()),
                      customer(started.customer()),
                      started.agent())));
      case ChannelEvent.SurveyAnswered survey ->
          Masked.whole(new Input.FromChannel(survey.withComment(comment(survey.comment()))));
      case ChannelEvent.AgentAssigned assigned -> Masked.whole(input);
      case ChannelEvent.CallRinging ringing -> Masked.whole(input);
      case ChannelEvent.CallAnswered answered -> Masked.whole(input);
      case ChannelEvent.CallHeld held -> Masked.whole(input);
      case ChannelEvent.CallResumed resumed -> Masked.whole(input);
      case ChannelEvent.ConversationEnded ended -> Masked.whole(input);
      case ChannelEvent.Typing typing -> Masked.whole(input);
      case ChannelEvent.Draft draft -> Masked.whole(input);
    };
  }

  private static Original original(String text, Redacted redacted) {
    return new Original.Hidden(
        text,
        redacted.masks().stream()
            .map(mask -> new Original.Mask(mask.span(), mask.kind().wireName()))
            .toList());
  }

  /** A comment is read by people alone: where words are not kept, nothing is done with it. */
  private Optional<String> comment(Optional<String> comment) {
    return keepsWords ? text(comment) : Optional.empty();
  }

  private Optional<String> text(Optional<String> text) {
    return text.map(this::text);
  }

  private String text(String text) {
    return redactor.redact(text).text();
  }

  private CustomerRef customer(CustomerRef customer) {
    Map<String, String> attributes = new TreeMap<>();
    customer.attributes().forEach((name, value) -> attributes.put(name, text(value)));
    return new CustomerRef(
        customer.key(),
        text(customer.name()),
        text(customer.firstName()),
        text(customer.lastName()),
        text(customer.title()),
        attributes);
  }
}
