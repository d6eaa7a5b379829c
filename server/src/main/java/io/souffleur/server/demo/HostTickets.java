package io.souffleur.server.demo;

import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Ticket;
import io.souffleur.wire.TicketRequest;
import io.souffleur.wire.json.DeskCodec;
import io.souffleur.wire.json.RefusalException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a server for tickets with a host's key, as a host does. For any thread. */
final class HostTickets {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final HttpClient http;
  private final URI source;
  private final String key;

  HostTickets(HttpClient http, String authority, String key) {
    this.http = http;
    this.source = URI.create("http://" + authority + "/v1/desk/tickets");
    this.key = key;
  }

  /** A ticket for one desk of an agent. Waits for it. */
  Ticket mint(AgentRef agent) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(source)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(DeskCodec.encode(new TicketRequest(agent))))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new IOException("the server gives no ticket: " + answer.body().strip());
    }
    try {
      return DeskCodec.decodeTicket(answer.body());
    } catch (RefusalException e) {
      throw new IOException("the server's ticket can't be read", e);
    }
  }
}
