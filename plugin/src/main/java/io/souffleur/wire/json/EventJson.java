package io.souffleur.wire.json;

import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ChannelEvent.AgentAssigned;
import io.souffleur.wire.ChannelEvent.CallAnswered;
import io.souffleur.wire.ChannelEvent.CallHeld;
import io.souffleur.wire.ChannelEvent.CallResumed;
import io.souffleur.wire.ChannelEvent.CallRinging;
import io.souffleur.wire.ChannelEvent.ConversationEnded;
import io.souffleur.wire.ChannelEvent.ConversationStarted;
import io.souffleur.wire.ChannelEvent.Draft;
import io.souffleur.wire.ChannelEvent.Message;
import io.souffleur.wire.ChannelEvent.SurveyAnswered;
import io.souffleur.wire.ChannelEvent.Typing;
import io.souffleur.wire.ChannelEvent.Utterance;

/** Channel events as JSON. */
final class EventJson {

  static final Types<ChannelEvent> TYPES =
      new Types<ChannelEvent>()
          .with("conversation.started", EventJson::started)
          .with("agent.assigned", EventJson::assigned)
          .with("message", EventJson::message)
          .with("utterance", EventJson::utterance)
          .with("typing", EventJson::typing)
          .with("draft", EventJson::draft)
          .with("call.ringing", EventJson::ringing)
          .with("call.answered", EventJson::answered)
          .with("call.held", EventJson::held)
          .with("call.resumed", EventJson::resumed)
          .with("conversation.ended", EventJson::ended)
          .with("survey.answered", EventJson::survey);

  private EventJson() {}

  static String write(ChannelEvent event) {
    return switch (event) {
      case ConversationStarted started ->
          head("conversation.started", started)
              .word("medium", Words.MEDIUM, started.medium())
              .text("queue", started.queue())
              .text("language", started.language())
              .text("reason", started.reason())
              .customer(started.customer())
              .agent("agent", started.agent())
              .done();
      case AgentAssigned assigned ->
          head("agent.assigned", assigned)
              .agent("agent", assigned.agent())
              .text("previous", assigned.previous())
              .done();
      case Message message -> {
        Out out =
            head("message", message)
                .word("author", Words.AUTHOR, message.author())
                .text("text", message.text());
        yield versioned(out, message.revision(), message.internal()).done();
      }
      case Utterance utterance -> {
        Out out =
            head("utterance", utterance)
                .word("author", Words.AUTHOR, utterance.author())
                .text("text", utterance.text());
        yield versioned(out, utterance.revision(), utterance.internal())
            .flag("final", utterance.isFinal())
            .number("start", utterance.start())
            .number("end", utterance.end())
            .number("confidence", utterance.confidence())
            .done();
      }
      case Typing typing ->
          head("typing", typing)
              .word("author", Words.AUTHOR, typing.author())
              .flag("active", typing.active())
              .done();
      case Draft draft ->
          head("draft", draft).text("agent", draft.agent()).text("text", draft.text()).done();
      case CallRinging ringing ->
          head("call.ringing", ringing).number("ring", ringing.ring()).done();
      case CallAnswered answered ->
          head("call.answered", answered).number("ring", answered.ring()).done();
      case CallHeld held -> head("call.held", held).done();
      case CallResumed resumed -> head("call.resumed", resumed).done();
      case ConversationEnded ended ->
          head("conversation.ended", ended)
              .word("resolution", Words.RESOLUTION, ended.resolution())
              .done();
      case SurveyAnswered survey ->
          head("survey.answered", survey)
              .word("kind", Words.SURVEY_KIND, survey.kind())
              .number("score", survey.score())
              .number("scale", survey.scale())
              .text("comment", survey.comment())
              .done();
    };
  }

  private static Out head(String type, ChannelEvent event) {
    return Out.message(type)
        .key("id", event.id())
        .conversation(event.conversation())
        .time("at", event.at());
  }

  private static Out versioned(Out out, int revision, boolean internal) {
    if (revision > 0) {
      out.number("revision", revision);
    }
    return out.raised("private", internal);
  }

  private static ConversationStarted started(Fields in) {
    return new ConversationStarted(
        in.eventKey("id"),
        in.conversation(),
        in.time("at"),
        in.word("medium", Words.MEDIUM),
        in.optionalText("queue"),
        in.optionalText("language"),
        in.optionalText("reason"),
        in.object("customer", Parts::customer),
        in.optionalObject("agent", Parts::agent));
  }

  private static AgentAssigned assigned(Fields in) {
    return new AgentAssigned(
        in.eventKey("id"),
        in.conversation(),
        in.time("at"),
        in.object("agent", Parts::agent),
        in.optionalText("previous"));
  }

  private static Message message(Fields in) {
    return new Message(
        in.eventKey("id"),
        in.conversation(),
        in.time("at"),
        in.word("author", Words.AUTHOR),
        in.text("text"),
        in.optionalCount("revision").orElse(0),
        in.optionalFlag("private"));
  }

  private static Utterance utterance(Fields in) {
    return new Utterance(
        in.eventKey("id"),
        in.conversation(),
        in.time("at"),
        in.word("author", Words.AUTHOR),
        in.text("text"),
        in.optionalCount("revision").orElse(0),
        in.optionalFlag("private"),
        in.flag("final"),
        in.whole("start"),
        in.whole("end"),
        in.optionalNumber("confidence"));
  }

  private static Typing typing(Fields in) {
    return new Typing(
        in.eventKey("id"),
        in.conversation(),
        in.time("at"),
        in.word("author", Words.AUTHOR),
        in.flag("active"));
  }

  private static Draft draft(Fields in) {
    return new Draft(
        in.eventKey("id"), in.conversation(), in.time("at"), in.text("agent"), in.text("text"));
  }

  private static CallRinging ringing(Fields in) {
    return new CallRinging(
        in.eventKey("id"), in.conversation(), in.time("at"), in.optionalCount("ring"));
  }

  private static CallAnswered answered(Fields in) {
    return new CallAnswered(
        in.eventKey("id"), in.conversation(), in.time("at"), in.optionalCount("ring"));
  }

  private static CallHeld held(Fields in) {
    return new CallHeld(in.eventKey("id"), in.conversation(), in.time("at"));
  }

  private static CallResumed resumed(Fields in) {
    return new CallResumed(in.eventKey("id"), in.conversation(), in.time("at"));
  }

  private static ConversationEnded ended(Fields in) {
    return new ConversationEnded(
        in.eventKey("id"),
        in.conversation(),
        in.time("at"),
        in.optionalWord("resolution", Words.RESOLUTION));
  }

  private static SurveyAnswered survey(Fields in) {
    return new SurveyAnswered(
        in.eventKey("id"),
        in.conversation(),
        in.time("at"),
        in.word("kind", Words.SURVEY_KIND),
        in.number("score"),
        in.optionalCount("scale"),
        in.optionalText("comment"));
  }
}
