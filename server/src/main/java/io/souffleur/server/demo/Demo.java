package io.souffleur.server.demo;

import io.souffleur.link.LinkSettings;
import io.souffleur.link.Souffleur;
import io.souffleur.server.http.SocketRoute;
import io.souffleur.wire.ChannelEvent;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A demo chat and its link to a server. */
public final class Demo implements AutoCloseable {
  private final String channelKey;
  private final DemoTickets tickets;
  private final DemoChat chat;

  /** What happened before there was a link. */
  private final Queue<ChannelEvent> early = new ArrayDeque<>();

  private @Nullable Souffleur link;

  /**
   * A demo that is not linked yet.
   *
   * @param data folder in which it keeps its rooms; need not exist yet
   * @param channelKey its key as a channel
   * @param hostKey its key as the host of desks
   */
  public Demo(Path data, String channelKey, String hostKey) {
    this(
        RoomBook.in(data.resolve("demo-chat.jsonl")),
        channelKey,
        hostKey,
        ScenePlayer.Pace.natural());
  }

  Demo(RoomBook book, String channelKey, String hostKey, ScenePlayer.Pace pace) {
    this.channelKey = channelKey;
    this.tickets = new DemoTickets(hostKey);
    this.chat = new DemoChat(this::tell, Clock.system(ZoneId.systemDefault()), pace, book);
  }

  /** What answers at the demo's paths. */
  public Map<String, HttpServlet> servlets() {
    return Map.of("/demo/ticket", tickets);
  }

  /** The WebSocket address of the demo's pages. */
  public List<SocketRoute> sockets() {
    return List.of(chat.route());
  }

  /** Links the chat to the server at {@code authority}, such as {@code localhost:8080}. */
  public synchronized void connect(String authority) {
    tickets.fetchFrom(authority);
    Souffleur connected =
        Souffleur.connect(
            LinkSettings.of(URI.create("ws://" + authority + "/v1/channel"), channelKey));
    link = connected;
    while (!early.isEmpty()) {
      connected.send(early.remove());
    }
  }

  private synchronized void tell(ChannelEvent event) {
    if (link == null) {
      early.add(event);
    } else {
      link.send(event);
    }
  }

  @Override
  public synchronized void close() {
    chat.close();
    if (link != null) {
      link.close();
    }
  }
}
