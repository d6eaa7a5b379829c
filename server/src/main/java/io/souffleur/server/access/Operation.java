package io.souffleur.server.access;

import static io.souffleur.server.access.Column.ADMIN;
import static io.souffleur.server.access.Column.AGENT;
import static io.souffleur.server.access.Column.CONNECTOR;
import static io.souffleur.server.access.Column.HOST;
import static io.souffleur.server.access.Column.NOBODY;
import static io.souffleur.server.access.Column.SUPERVISOR;
import static io.souffleur.server.access.Reach.ALL;
import static io.souffleur.server.access.Reach.OWN;
import static io.souffleur.server.access.Reach.TEAM;
import static io.souffleur.server.access.Rights.agents;
import static io.souffleur.server.access.Rights.everybody;
import static io.souffleur.server.access.Rights.only;
import static io.souffleur.server.access.Rights.people;

import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ChannelRequest;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskRequest;
import io.souffleur.wire.Pong;

/**
 * Everything that anybody can ask of this server, and who may: the table. What is not in it can't
 * be asked for.
 */
public enum Operation {
  PAGE("GET", "/*", everybody()),
  HEALTH("GET", "/health", everybody()),
  READY("GET", "/ready", everybody()),

  SET_UP("POST", "/v1/set-up", everybody()),
  SET_UP_ASKED("GET", "/v1/set-up", everybody()),
  OPEN_ID_BEGUN("GET", "/v1/open-id", everybody()),
  OPEN_ID_RETURNED("GET", "/v1/open-id/return", everybody()),
  SIGN_IN("POST", "/v1/session", everybody()),
  WHO_AM_I("GET", "/v1/session", people(ALL)),
  SIGN_OUT("DELETE", "/v1/session", people(ALL)),
  ACCOUNTS("GET", "/v1/accounts", only(ADMIN, ALL)),
  ACCOUNT_CREATED("POST", "/v1/accounts", only(ADMIN, ALL)),
  ACCOUNT_CHANGED("PATCH", "/v1/accounts/{id}", only(ADMIN, ALL)),
  ACCOUNT_DELETED("DELETE", "/v1/accounts/{id}", only(ADMIN, ALL)),
  PASSWORD_CHANGED("PUT", "/v1/accounts/{id}/password", people(OWN).and(ADMIN, ALL)),
  TEAMS("GET", "/v1/teams", only(ADMIN, ALL)),
  TEAM_CREATED("POST", "/v1/teams", only(ADMIN, ALL)),
  TEAM_RENAMED("PATCH", "/v1/teams/{id}", only(ADMIN, ALL)),
  TEAM_DELETED("DELETE", "/v1/teams/{id}", only(ADMIN, ALL)),

  DATA_EXPORTED("POST", "/v1/privacy/exports", only(ADMIN, ALL)),
  DATA_ERASED("POST", "/v1/privacy/erasures", only(ADMIN, ALL)),
  HOLDS("GET", "/v1/privacy/holds", only(ADMIN, ALL)),
  HOLD_PLACED("POST", "/v1/privacy/holds", only(ADMIN, ALL)),
  HOLD_LIFTED("DELETE", "/v1/privacy/holds/{id}", only(ADMIN, ALL)),

  CHANNEL_OPENED("GET", "/v1/channel", only(CONNECTOR, ALL)),
  EVENTS_SENT("POST", "/v1/channel/events", only(CONNECTOR, ALL)),
  CONVERSATION_STARTED(new Where.ChannelFrame("conversation.started"), only(CONNECTOR, OWN)),
  AGENT_ASSIGNED(new Where.ChannelFrame("agent.assigned"), only(CONNECTOR, OWN)),
  MESSAGE(new Where.ChannelFrame("message"), only(CONNECTOR, OWN)),
  UTTERANCE(new Where.ChannelFrame("utterance"), only(CONNECTOR, OWN)),
  TYPING(new Where.ChannelFrame("typing"), only(CONNECTOR, OWN)),
  DRAFT_TOLD(new Where.ChannelFrame("draft"), only(CONNECTOR, OWN)),
  CALL_RINGING(new Where.ChannelFrame("call.ringing"), only(CONNECTOR, OWN)),
  CALL_ANSWERED(new Where.ChannelFrame("call.answered"), only(CONNECTOR, OWN)),
  CALL_HELD(new Where.ChannelFrame("call.held"), only(CONNECTOR, OWN)),
  CALL_RESUMED(new Where.ChannelFrame("call.resumed"), only(CONNECTOR, OWN)),
  CONVERSATION_ENDED(new Where.ChannelFrame("conversation.ended"), only(CONNECTOR, OWN)),
  SURVEY_ANSWERED(new Where.ChannelFrame("survey.answered"), only(CONNECTOR, OWN)),
  CHANNEL_PONG(new Where.ChannelFrame("pong"), only(CONNECTOR, ALL)),

  DESK_TICKET("POST", "/v1/desk/tickets", only(HOST, ALL).and(AGENT, ALL).and(SUPERVISOR, ALL)),
  DESK_OPENED("GET", "/v1/desk", everybody()),
  HELLO(new Where.DeskFrame("hello"), only(NOBODY, ALL)),
  WATCH(new Where.DeskFrame("watch"), agents(OWN).and(SUPERVISOR, TEAM)),
  UNWATCH(new Where.DeskFrame("unwatch"), agents(ALL).and(SUPERVISOR, ALL)),
  MESSAGE_ASKED(new Where.DeskFrame("message.asked"), agents(OWN).and(SUPERVISOR, TEAM)),
  DRAFT(new Where.DeskFrame("draft"), agents(OWN)),
  HINT_USED(new Where.DeskFrame("hint.used"), agents(OWN)),
  HINT_DISMISSED(new Where.DeskFrame("hint.dismissed"), agents(OWN)),
  HINT_WRONG(new Where.DeskFrame("hint.wrong"), agents(OWN)),
  ITEM_CONTESTED(new Where.DeskFrame("item.contested"), agents(OWN)),
  COMMITMENT_KEPT(new Where.DeskFrame("commitment.kept"), agents(OWN)),
  COMMITMENT_REOPENED(new Where.DeskFrame("commitment.reopened"), agents(OWN)),
  DESK_PONG(new Where.DeskFrame("pong"), everybody()),

  /** Of the demo alone. */
  DEMO_TICKET("POST", "/demo/ticket", everybody()),
  /** Of the demo alone. */
  DEMO_CHAT("GET", "/demo/chat", everybody());

  /** A record. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Where where;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Rights rights;

  Operation(Where where, Rights rights) {
    this.where = where;
    this.rights = rights;
  }

  Operation(String method, String path, Rights rights) {
    this(new Where.Route(method, path), rights);
  }

  /** Where it is asked for. */
  public Where where() {
    return where;
  }

  /** How far the right to it reaches for callers of one kind. */
  public Reach reach(Column column) {
    return rights.of(column);
  }

  /** What a frame of a channel asks for. */
  public static Operation of(ChannelRequest request) {
    return switch (request) {
      case ChannelEvent.ConversationStarted started -> CONVERSATION_STARTED;
      case ChannelEvent.AgentAssigned assigned -> AGENT_ASSIGNED;
      case ChannelEvent.Message message -> MESSAGE;
      case ChannelEvent.Utterance utterance -> UTTERANCE;
      case ChannelEvent.Typing typing -> TYPING;
      case ChannelEvent.Draft draft -> DRAFT_TOLD;
      case ChannelEvent.CallRinging ringing -> CALL_RINGING;
      case ChannelEvent.CallAnswered answered -> CALL_ANSWERED;
      case ChannelEvent.CallHeld held -> CALL_HELD;
      case ChannelEvent.CallResumed resumed -> CALL_RESUMED;
      case ChannelEvent.ConversationEnded ended -> CONVERSATION_ENDED;
      case ChannelEvent.SurveyAnswered survey -> SURVEY_ANSWERED;
      case Pong pong -> CHANNEL_PONG;
    };
  }

  /** What a frame of a desk asks for. */
  public static Operation of(DeskRequest request) {
    return switch (request) {
      case DeskRequest.Hello hello -> HELLO;
      case DeskRequest.Watch watch -> WATCH;
      case DeskRequest.Unwatch unwatch -> UNWATCH;
      case DeskRequest.MessageAsked asked -> MESSAGE_ASKED;
      case DeskRequest.Draft draft -> DRAFT;
      case DeskAction.HintUsed used -> HINT_USED;
      case DeskAction.HintDismissed dismissed -> HINT_DISMISSED;
      case DeskAction.HintWrong wrong -> HINT_WRONG;
      case DeskAction.ItemContested contested -> ITEM_CONTESTED;
      case DeskAction.CommitmentKept kept -> COMMITMENT_KEPT;
      case DeskAction.CommitmentReopened reopened -> COMMITMENT_REOPENED;
      case Pong pong -> DESK_PONG;
    };
  }
}
