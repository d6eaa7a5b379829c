package io.souffleur.wire.json;

import io.souffleur.wire.DeskReply;
import io.souffleur.wire.DeskRequest;
import io.souffleur.wire.Ticket;
import io.souffleur.wire.TicketRequest;

/** What goes over the desk door, in both directions, as JSON. */
public final class DeskCodec {

  private DeskCodec() {}

  /** Reads whatever a desk may send. */
  public static DeskRequest decode(String json) throws RefusalException {
    return JsonReader.read(json, DeskRequestJson.TYPES::read);
  }

  /**
   * Reads whatever the server may send a desk. A snapshot may be larger than any other message:
   * only the parts of it are bounded.
   */
  public static DeskReply decodeReply(String json) throws RefusalException {
    return JsonReader.readTrusted(json, DeskReplyJson.TYPES::read);
  }

  /** Writes what a desk sends. */
  public static String encode(DeskRequest request) {
    return DeskRequestJson.write(request);
  }

  /** Writes what the server sends a desk; equal messages give equal text. */
  public static String encode(DeskReply reply) {
    return DeskReplyJson.write(reply);
  }

  /** Reads a host's request for a ticket, from UTF-8. */
  public static TicketRequest decodeTicketRequest(byte[] json) throws RefusalException {
    return JsonReader.read(json, in -> new TicketRequest(in.object("agent", Parts::agent)));
  }

  /** Writes a host's request for a ticket. */
  public static String encode(TicketRequest request) {
    return Out.untyped().agent("agent", request.agent()).done();
  }

  /** Reads a ticket. */
  public static Ticket decodeTicket(String json) throws RefusalException {
    return JsonReader.read(json, in -> new Ticket(in.text("ticket"), in.instant("expires")));
  }

  /** Writes a ticket. */
  public static String encode(Ticket ticket) {
    return Out.untyped()
        .text("ticket", ticket.ticket())
        .instant("expires", ticket.expires())
        .done();
  }
}
