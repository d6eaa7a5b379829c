package io.souffleur.server.demo;

import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskRequest;
import io.souffleur.wire.Ticket;
import io.souffleur.wire.json.DeskCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A desk that watches one conversation and does nothing about it. For one thread. */
final class Onlooker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final WebSocket socket;

  private Onlooker(WebSocket socket) {
    this.socket = socket;
  }

  /** Opens it; what it is told of the conversation comes in its own time. */
  static Onlooker at(
      HttpClient http, String authority, Ticket ticket, ConversationKey conversation) {
    Onlooker onlooker =
        new Onlooker(
            soon(
                http.newWebSocketBuilder()
                    .subprotocols("souffleur.desk.v1")
                    .buildAsync(
                        URI.create("ws://" + authority + "/v1/desk"),
                        new WebSocket.Listener() {})));
    onlooker.say(new DeskRequest.Hello(ticket.ticket(), Optional.empty()));
    onlooker.say(new DeskRequest.Watch(conversation, Optional.empty(), OptionalLong.empty()));
    return onlooker;
  }

  private void say(DeskRequest request) {
    soon(socket.sendText(DeskCodec.encode(request), true));
  }

  private static <T> T soon(CompletableFuture<T> future) {
    return future.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
