package io.souffleur.server.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Decides who may do what, by the table in {@link Operation}. A person may do what any of their
 * roles may. What is <em>own</em>: for a connector, conversations that its channel started; for an
 * agent, conversations that they hold or that nobody holds yet, and promises they made; for a
 * person, their own account. For any thread.
 */
public final class Access {
  private static final Decision ALLOWED = new Decision.Allowed();

  private Access() {}

  /** Whether {@code caller} may do {@code operation} to {@code resource}. */
  public static Decision decide(Caller caller, Operation operation, Resource resource) {
    Reach widest = Reach.NONE;
    for (Column column : columns(caller)) {
      Reach reach = operation.reach(column);
      if (reaches(reach, caller, resource)) {
        return ALLOWED;
      }
      widest = reach.compareTo(widest) > 0 ? reach : widest;
    }
    return new Decision.Refused(
        caller instanceof Caller.Nobody,
        widest == Reach.NONE ? notTheirs(caller, operation) : outOfReach(widest, resource));
  }

  private static Set<Column> columns(Caller caller) {
    return switch (caller) {
      case Caller.Nobody nobody -> EnumSet.of(Column.NOBODY);
      case Caller.Connector connector -> EnumSet.of(Column.CONNECTOR);
      case Caller.Host host -> EnumSet.of(Column.HOST);
      case Caller.TicketHolder holder -> EnumSet.of(Column.DESK);
      case Caller.Person person -> {
        Set<Column> columns = EnumSet.noneOf(Column.class);
        person.roles().forEach(role -> columns.add(Column.of(role)));
        yield columns;
      }
    };
  }

  private static boolean reaches(Reach reach, Caller caller, Resource resource) {
    return switch (reach) {
      case NONE -> false;
      case ALL -> !(resource instanceof Resource.Hidden);
      case OWN ->
          switch (resource) {
            case Resource.None none -> false;
            case Resource.Hidden hidden -> false;
            case Resource.Unresolved unresolved -> true;
            case Resource.Conversation conversation ->
                conversation.agent().isEmpty() || is(caller, conversation.agent().get());
            case Resource.Promise promise -> is(caller, promise.agent());
            case Resource.Account account ->
                caller instanceof Caller.Person person && person.account().equals(account.id());
          };
      case TEAM ->
          switch (resource) {
            case Resource.Unresolved unresolved -> true;
            case Resource.Conversation conversation ->
                caller instanceof Caller.Person person
                    && conversation.teams().stream().anyMatch(person.teams()::contains);
            case Resource.None none -> false;
            case Resource.Hidden hidden -> false;
            case Resource.Promise promise -> false;
            case Resource.Account account -> false;
          };
    };
  }

  /** Whether {@code caller} is the agent of this key. */
  private static boolean is(Caller caller, String agent) {
    return switch (caller) {
      case Caller.TicketHolder holder -> holder.agent().equals(agent);
      case Caller.Person person -> person.agent().filter(agent::equals).isPresent();
      case Caller.Nobody nobody -> false;
      case Caller.Connector connector -> false;
      case Caller.Host host -> false;
    };
  }

  private static String notTheirs(Caller caller, Operation operation) {
    boolean desk = operation.where() instanceof Where.DeskFrame;
    return switch (caller) {
      case Caller.Nobody nobody -> desk ? "say hello first" : knock(operation);
      case Caller.Connector connector -> "a channel’s key may write its channel and nothing else";
      case Caller.Host host -> "a host’s key may open desks for its agents and nothing else";
      case Caller.TicketHolder holder -> atDesk(operation, "this desk may not do that");
      case Caller.Person person ->
          atDesk(operation, "your roles do not allow that; ask an administrator");
    };
  }

  private static String atDesk(Operation operation, String otherwise) {
    return operation == Operation.HELLO
        ? "this desk is open already; connect again to change its agent"
        : otherwise;
  }

  /** What somebody who has shown nothing has to show. */
  private static String knock(Operation operation) {
    boolean people =
        operation.reach(Column.AGENT) != Reach.NONE || operation.reach(Column.ADMIN) != Reach.NONE;
    if (operation.reach(Column.CONNECTOR) != Reach.NONE) {
      return "Authorization must be: Bearer, then the channel's key";
    }
    if (operation.reach(Column.HOST) != Reach.NONE) {
      return "Authorization must be: Bearer, then the host's key"
          + (people ? "; or sign in first" : "");
    }
    return "sign in first";
  }

  private static String outOfReach(Reach reach, Resource resource) {
    return switch (resource) {
      case Resource.Hidden hidden -> "this desk does not show the conversation; watch it first";
      case Resource.Account account -> "this is another person’s account";
      case Resource.Promise promise -> "another agent made this promise";
      case Resource.Conversation conversation ->
          reach == Reach.TEAM
              ? "no agent of your teams holds this conversation"
              : "another agent holds this conversation";
      case Resource.None none -> "this is not yours";
      case Resource.Unresolved unresolved -> "this is not yours";
    };
  }
}
