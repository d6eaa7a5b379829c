package io.souffleur.server.demo;

import io.souffleur.server.http.Gate;
import io.souffleur.server.http.Origins;
import io.souffleur.server.http.Outlet;
import io.souffleur.server.http.SocketRoute;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.Limits;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * The chat host of the demo: rooms kept in a book, one agent, customers at their own page or
 * written in advance. What happens in a room goes to the server as channel events, through {@code
 * channel}. Everything runs on one thread of its own.
 */
final class DemoChat implements AutoCloseable {
  static final AgentRef AGENT = new AgentRef("ines", "Inès Morel");
  private static final int FORBIDDEN = 403;
  private static final int LONGEST_NAME = 60;

  private final Consumer<ChannelEvent> channel;
  private final Clock clock;
  private final ScenePlayer.Pace pace;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("demo-chat").unstarted(task));
  private final RoomBook book;
  private final Map<String, Room> rooms = new LinkedHashMap<>();
  private final Map<String, ScenePlayer> players = new HashMap<>();
  private final Set<Outlet> agents = new LinkedHashSet<>();
  private final Map<String, Set<Outlet>> customers = new HashMap<>();

  /** A chat without a past that tells {@code channel} what happens; it must not block. */
  DemoChat(Consumer<ChannelEvent> channel, Clock clock, ScenePlayer.Pace pace) {
    this(channel, clock, pace, RoomBook.blank());
  }

  /**
   * A chat that goes on as {@code book} left it. What happened in it is told to {@code channel}
   * again: the program may have ended before all of it was heard, and what was heard is known by
   * its key.
   */
  DemoChat(Consumer<ChannelEvent> channel, Clock clock, ScenePlayer.Pace pace, RoomBook book) {
    this.channel = channel;
    this.clock = clock;
    this.pace = pace;
    this.book = book;
    rooms.putAll(book.read());
    started().forEach(this::tellAgain);
  }

  private void tellAgain(Room room) {
    channel.accept(ChannelEvents.started(room, AGENT, room.messages().getFirst().at()));
    room.messages().forEach(message -> channel.accept(ChannelEvents.said(room, message)));
    room.endedAt().ifPresent(at -> channel.accept(ChannelEvents.ended(room, at)));
  }

  /** Where the demo's pages connect to. */
  SocketRoute route() {
    return new SocketRoute(
        "/demo/chat",
        Optional.empty(),
        request ->
            Origins.own().admit(request)
                ? new Gate.Answer.Admitted(outlet -> new ChatPeer(this, outlet))
                : new Gate.Answer.Refused(FORBIDDEN, "the demo is for its own pages"),
        Optional.empty());
  }

  /** Runs {@code what} on the chat's thread. */
  void soon(Runnable what) {
    thread.execute(what);
  }

  /** A page opened the agent's desk. */
  void agentJoined(Outlet page) {
    agents.add(page);
    page.send(ChatJson.joined(Optional.empty(), AGENT));
    page.send(ChatJson.rooms(started()));
    started().forEach(room -> page.send(ChatJson.history(room)));
  }

  /** A page opened a customer's chat: a room that exists, or a new one. */
  Room customerJoined(Outlet page, ChatFrame join) {
    Room room = rooms.get(join.text("room"));
    if (room == null) {
      String language = join.text("language").equals("en") ? "en" : "fr";
      String name = join.given("name").orElse(language.equals("en") ? "Daniel" : "Camille");
      room =
          open(
              new Person(Optional.empty(), shortened(name), Optional.empty()),
              language,
              Optional.empty());
    }
    customers.computeIfAbsent(room.id(), id -> new LinkedHashSet<>()).add(page);
    page.send(ChatJson.joined(Optional.of(room), AGENT));
    page.send(ChatJson.history(room));
    if (room.ended()) {
      page.send(ChatJson.ended(room));
    }
    return room;
  }

  /** A page is gone. */
  void left(Outlet page) {
    agents.remove(page);
    customers.values().forEach(pages -> pages.remove(page));
  }

  /** Somebody says something; a page that repeats itself is only told again what it said. */
  void said(Room room, Author author, String text, Optional<String> key, Outlet from) {
    if (key.isPresent() && room.find(author, key.get()).isPresent()) {
      from.send(ChatJson.said(room, room.find(author, key.get()).get()));
      return;
    }
    if (author == Author.CUSTOMER) {
      takenOver(room);
    }
    say(room, author, text, key);
    if (author == Author.AGENT && players.containsKey(room.id())) {
      players.get(room.id()).agentWrote();
    }
  }

  private void say(Room room, Author author, String text, Optional<String> key) {
    if (room.ended() || text.isBlank()) {
      return;
    }
    OffsetDateTime now = now();
    boolean first = !room.started();
    String cut = text.substring(0, Math.min(text.length(), Limits.TEXT_UNITS));
    room.add(author, nameOf(author, room), cut, now, key)
        .ifPresent(
            message -> {
              book.said(room, message);
              if (first) {
                channel.accept(ChannelEvents.started(room, AGENT, now));
              }
              channel.accept(ChannelEvents.said(room, message));
              tell(room, ChatJson.said(room, message));
              tellAgents();
            });
  }

  /** Somebody starts or stops typing. */
  void typing(Room room, Author author, boolean active) {
    if (room.ended()) {
      return;
    }
    if (room.started()) {
      channel.accept(ChannelEvents.typing(room, author, active, now()));
    }
    tell(room, ChatJson.typing(room, author, active));
  }

  /** A person plays the customer of a scene from here on. */
  private void takenOver(Room room) {
    ScenePlayer player = players.remove(room.id());
    if (player != null) {
      player.stop();
    }
  }

  /** Somebody closes the conversation. */
  void end(Room room) {
    if (room.ended()) {
      return;
    }
    takenOver(room);
    OffsetDateTime now = now();
    room.end(now);
    book.ended(room, now);
    if (room.started()) {
      channel.accept(ChannelEvents.ended(room, now));
    }
    tell(room, ChatJson.ended(room));
    tellAgents();
  }

  /** Lets a customer that is written in advance come in. */
  void play(String language) {
    Scene.in(language)
        .ifPresent(
            scene -> {
              Room room = open(scene.customer(), language, Optional.of(scene.subject()));
              ScenePlayer player =
                  new ScenePlayer(
                      scene,
                      new ScenePlayer.Stage() {
                        @Override
                        public void say(String line) {
                          DemoChat.this.say(room, Author.CUSTOMER, line, Optional.empty());
                        }

                        @Override
                        public void typing(boolean active) {
                          DemoChat.this.typing(room, Author.CUSTOMER, active);
                        }
                      },
                      pace,
                      thread);
              players.put(room.id(), player);
              player.start();
            });
  }

  Optional<Room> room(String id) {
    return Optional.ofNullable(rooms.get(id));
  }

  private Room open(Person customer, String language, Optional<String> subject) {
    String id = "demo-" + UUID.randomUUID();
    Room room = new Room(id, customer, language, subject);
    rooms.put(id, room);
    book.opened(room);
    return room;
  }

  private List<Room> started() {
    return rooms.values().stream().filter(Room::started).toList();
  }

  private void tell(Room room, String frame) {
    agents.forEach(page -> page.send(frame));
    customers.getOrDefault(room.id(), Set.of()).forEach(page -> page.send(frame));
  }

  private void tellAgents() {
    String frame = ChatJson.rooms(started());
    agents.forEach(page -> page.send(frame));
  }

  /** The name under which {@code author} speaks in {@code room}. */
  static String nameOf(Author author, Room room) {
    return author == Author.AGENT ? AGENT.name() : room.customer().name();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME)).strip();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
