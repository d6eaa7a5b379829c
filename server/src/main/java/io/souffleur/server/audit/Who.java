package io.souffleur.server.audit;

import io.souffleur.server.access.Caller;

/** How the account names those who do something. */
public final class Who {

  /** The server, by itself. */
  public static final String SERVER = "server";

  /** Who may write to the data folder, with a command. */
  public static final String COMMAND = "command";

  private Who() {}

  /**
   * A caller.
   *
   * @param address names those who have shown nothing
   */
  public static String of(Caller caller, String address) {
    return switch (caller) {
      case Caller.Person person -> "account:" + person.account();
      case Caller.Host host -> "host:" + host.name();
      case Caller.Connector connector -> "channel:" + connector.channel();
      case Caller.TicketHolder holder -> "desk:" + holder.agent();
      case Caller.Nobody nobody -> "address:" + address;
    };
  }
}
