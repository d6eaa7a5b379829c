package io.souffleur.server.contract;

import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.CommitmentState;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Evidence;
import io.souffleur.server.core.conversation.Feeling;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.conversation.Promised;
import io.souffleur.server.core.conversation.Resolution;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.hint.WithdrawalReason;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Span;
import io.souffleur.wire.SurveyKind;

/** The words that contract and core share, from one to the other. */
final class Terms {

  private Terms() {}

  static Author author(io.souffleur.wire.Author author) {
    return switch (author) {
      case CUSTOMER -> Author.CUSTOMER;
      case AGENT -> Author.AGENT;
      case BOT -> Author.BOT;
      case SYSTEM -> Author.SYSTEM;
    };
  }

  static io.souffleur.wire.Author author(Author author) {
    return switch (author) {
      case CUSTOMER -> io.souffleur.wire.Author.CUSTOMER;
      case AGENT -> io.souffleur.wire.Author.AGENT;
      case BOT -> io.souffleur.wire.Author.BOT;
      case SYSTEM -> io.souffleur.wire.Author.SYSTEM;
    };
  }

  static Medium medium(io.souffleur.wire.Medium medium) {
    return switch (medium) {
      case CHAT -> Medium.CHAT;
      case VOICE -> Medium.VOICE;
      case EMAIL -> Medium.EMAIL;
      case SOCIAL -> Medium.SOCIAL;
    };
  }

  static io.souffleur.wire.Medium medium(Medium medium) {
    return switch (medium) {
      case CHAT -> io.souffleur.wire.Medium.CHAT;
      case VOICE -> io.souffleur.wire.Medium.VOICE;
      case EMAIL -> io.souffleur.wire.Medium.EMAIL;
      case SOCIAL -> io.souffleur.wire.Medium.SOCIAL;
    };
  }

  static Resolution resolution(io.souffleur.wire.Resolution resolution) {
    return switch (resolution) {
      case RESOLVED -> Resolution.RESOLVED;
      case UNRESOLVED -> Resolution.UNRESOLVED;
      case ABANDONED -> Resolution.ABANDONED;
    };
  }

  static io.souffleur.wire.Feeling feeling(Feeling feeling) {
    return switch (feeling) {
      case UNHAPPY -> io.souffleur.wire.Feeling.UNHAPPY;
      case NEUTRAL -> io.souffleur.wire.Feeling.NEUTRAL;
      case PLEASED -> io.souffleur.wire.Feeling.PLEASED;
    };
  }

  static String survey(SurveyKind kind) {
    return switch (kind) {
      case CSAT -> "csat";
      case NPS -> "nps";
      case CES -> "ces";
    };
  }

  static io.souffleur.wire.Stage stage(Stage stage) {
    return switch (stage) {
      case OPENING -> io.souffleur.wire.Stage.OPENING;
      case UNDERSTANDING -> io.souffleur.wire.Stage.UNDERSTANDING;
      case SOLVING -> io.souffleur.wire.Stage.SOLVING;
      case CLOSING -> io.souffleur.wire.Stage.CLOSING;
    };
  }

  static io.souffleur.wire.ItemState state(ItemState state) {
    return switch (state) {
      case NOT_APPLICABLE -> io.souffleur.wire.ItemState.NOT_APPLICABLE;
      case PENDING -> io.souffleur.wire.ItemState.PENDING;
      case AT_RISK -> io.souffleur.wire.ItemState.AT_RISK;
      case DONE -> io.souffleur.wire.ItemState.DONE;
      case MISSED -> io.souffleur.wire.ItemState.MISSED;
    };
  }

  static io.souffleur.wire.TimerState state(TimerState state) {
    return switch (state) {
      case RUNNING -> io.souffleur.wire.TimerState.RUNNING;
      case MET -> io.souffleur.wire.TimerState.MET;
      case BREACHED -> io.souffleur.wire.TimerState.BREACHED;
      case STOPPED -> io.souffleur.wire.TimerState.STOPPED;
    };
  }

  static io.souffleur.wire.CommitmentState state(CommitmentState state) {
    return switch (state) {
      case OPEN -> io.souffleur.wire.CommitmentState.OPEN;
      case AT_RISK -> io.souffleur.wire.CommitmentState.AT_RISK;
      case KEPT -> io.souffleur.wire.CommitmentState.KEPT;
      case MISSED -> io.souffleur.wire.CommitmentState.MISSED;
      case WITHDRAWN -> io.souffleur.wire.CommitmentState.WITHDRAWN;
    };
  }

  /** A promise that its conversation hands on. */
  static Promised promised(CoachingUpdate.Commitment promise) {
    return new Promised(
        new ConversationId(promise.from().orElse(promise.conversation()).value()),
        promise.made(),
        promise.atRisk(),
        promise.deadline(),
        promise.day(),
        promise.evidence().stream().map(Terms::evidence).toList());
  }

  private static Evidence evidence(Span span) {
    return new Evidence(
        new MessageId(span.message().value()),
        new io.souffleur.server.core.text.Span(span.start(), span.end()));
  }

  static io.souffleur.wire.Severity severity(Severity severity) {
    return switch (severity) {
      case NUDGE -> io.souffleur.wire.Severity.NUDGE;
      case PROMPT -> io.souffleur.wire.Severity.PROMPT;
      case URGENT -> io.souffleur.wire.Severity.URGENT;
    };
  }

  static io.souffleur.wire.WithdrawalReason reason(WithdrawalReason reason) {
    return switch (reason) {
      case SATISFIED -> io.souffleur.wire.WithdrawalReason.SATISFIED;
      case EXPIRED -> io.souffleur.wire.WithdrawalReason.EXPIRED;
      case SUPERSEDED -> io.souffleur.wire.WithdrawalReason.SUPERSEDED;
      case DISMISSED -> io.souffleur.wire.WithdrawalReason.DISMISSED;
      case BUDGET -> io.souffleur.wire.WithdrawalReason.BUDGET;
    };
  }

  static Agent agent(AgentRef agent) {
    return new Agent(agent.key(), agent.name());
  }

  static AgentRef agent(Agent agent) {
    return new AgentRef(agent.key(), agent.name());
  }

  static Customer customer(CustomerRef customer) {
    return new Customer(
        customer.key(),
        customer.name(),
        customer.firstName(),
        customer.lastName(),
        customer.title(),
        customer.attributes());
  }

  static CustomerRef customer(Customer customer) {
    return new CustomerRef(
        customer.key(),
        customer.name(),
        customer.firstName(),
        customer.lastName(),
        customer.title(),
        customer.attributes());
  }

  static MessageId message(EventKey key) {
    return new MessageId(key.value());
  }

  static EventKey message(MessageId message) {
    return new EventKey(message.key());
  }

  static ConversationKey conversation(ConversationId conversation) {
    return new ConversationKey(conversation.key());
  }
}
