package io.souffleur.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.people.SignedIn;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import io.souffleur.server.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the table, tried by everybody against a running server: whoever the table lets
 * do it gets past the guard, everybody else does not. The conversation, the account and the promise
 * that are asked for are always those of Inès, of the team north, told by one channel; so whoever
 * else asks asks with another one's ids.
 */
class AccessMatrixTest {
  private static final String PASSWORD = "une phrase assez longue";
  private static final String OF_INES = "c-ines";
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  /** Who tries, and the column of the table they belong to. */
  enum Who {
    NOBODY(Column.NOBODY),
    UNKNOWN_KEY(Column.NOBODY),
    EXPIRED_SESSION(Column.NOBODY),
    REVOKED_SESSION(Column.NOBODY),
    CONNECTOR(Column.CONNECTOR),
    OTHER_CONNECTOR(Column.CONNECTOR),
    HOST(Column.HOST),
    DESK_OF_INES(Column.DESK),
    DESK_OF_TOM(Column.DESK),
    INES(Column.AGENT),
    TOM(Column.AGENT),
    SUPERVISOR_OF_NORTH(Column.SUPERVISOR),
    SUPERVISOR_OF_SOUTH(Column.SUPERVISOR),
    ADMIN(Column.ADMIN);

    private final Column column;

    Who(Column column) {
      this.column = column;
    }

    /** Whether a right that reaches so far reaches what is asked for here. */
    boolean reaches(Operation operation) {
      return switch (operation.reach(column)) {
        case NONE -> false;
        case ALL -> true;
        case OWN -> this == INES || this == DESK_OF_INES || this == CONNECTOR;
        case TEAM -> this == SUPERVISOR_OF_NORTH;
      };
    }

    boolean hasDesk() {
      return column == Column.DESK || column == Column.AGENT || column == Column.SUPERVISOR;
    }
  }

  @TempDir private static Path data;
  private static House house;
  private static final Map<Who, SignedIn> PEOPLE = new EnumMap<>(Who.class);
  private static String ines = "";

  @BeforeAll
  static void open() throws Exception {
    TestClock clock = new TestClock(NOW.minus(Duration.ofDays(1)));
    house = House.open(data, clock);
    seed("ines", "north", Role.AGENT);
    seed("tom", "north", Role.AGENT);
    seed("sam", "north", Role.SUPERVISOR);
    seed("lea", "south", Role.SUPERVISOR);
    seed("ada", "south", Role.ADMIN);
    seed("zoe", "north", Role.ADMIN);
    PEOPLE.put(Who.EXPIRED_SESSION, in("ada"));
    clock.set(NOW);
    PEOPLE.put(Who.REVOKED_SESSION, in("zoe"));
    PEOPLE.put(Who.INES, in("ines"));
    PEOPLE.put(Who.TOM, in("tom"));
    PEOPLE.put(Who.SUPERVISOR_OF_NORTH, in("sam"));
    PEOPLE.put(Who.SUPERVISOR_OF_SOUTH, in("lea"));
    PEOPLE.put(Who.ADMIN, in("ada"));
    ines = person(Who.INES).id();
    String zoe = person(Who.REVOKED_SESSION).id();
    assertThat(
            person(Who.ADMIN)
                .ask("PATCH", "/v1/accounts/" + zoe, "{\"disabled\":true}")
                .statusCode())
        .isEqualTo(200);
    try (TestSocket channel = house.channel()) {
      channel.send(
          "{\"type\":\"conversation.started\",\"id\":\"e1\",\"conversation\":\"c-ines\","
              + "\"at\":\"2026-11-25T09:00:00Z\",\"medium\":\"chat\",\"customer\":{},"
              + "\"agent\":{\"key\":\"ines\",\"name\":\"Inès\"}}");
      channel.nextWith("ack");
      channel.send(event("message", "m1", "\"author\":\"customer\",\"text\":\"Bonjour\""));
      channel.nextWith("ack");
    }
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static void seed(String login, String team, Role role) {
    house.reception().seed(login, login, Optional.of(login), Set.of(role), team, PASSWORD);
  }

  private static SignedIn in(String login) throws Exception {
    return SignedIn.at(house, login, PASSWORD);
  }

  private static Stream<Arguments> everybody(Class<? extends Where> kind, Predicate<Who> which) {
    return Arrays.stream(Operation.values())
        .filter(operation -> kind.isInstance(operation.where()))
        .flatMap(
            operation ->
                Arrays.stream(Who.values()).filter(which).map(who -> Arguments.of(operation, who)));
  }

  static Stream<Arguments> requests() {
    // What a ticket opens is a socket; over HTTP it shows nothing.
    return everybody(Where.Route.class, who -> who.column != Column.DESK);
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("requests")
  void a_request_passes_for_those_the_table_lets_pass(Operation operation, Who who)
      throws Exception {
    if (!(operation.where() instanceof Where.Route route)) {
      throw new AssertionError(operation);
    }
    HttpResponse<String> answer = ask(operation, route, who);
    boolean refused =
        (answer.statusCode() == 401 || answer.statusCode() == 403)
            && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain");
    assertThat(refused)
        .as("%s, answered %s: %s", who, answer.statusCode(), answer.body())
        .isEqualTo(!who.reaches(operation));
    if (refused) {
      assertThat(answer.statusCode()).isEqualTo(who.column == Column.NOBODY ? 401 : 403);
    }
  }

  /** Asks with a body that changes nothing, and for things to remove that are not there. */
  private static HttpResponse<String> ask(Operation operation, Where.Route route, Who who)
      throws Exception {
    boolean removes = route.method().equals("DELETE");
    String path =
        route.path().replace("/*", "/").replace("{id}", removes ? "nobody-like-that" : ines);
    SignedIn person =
        operation == Operation.SIGN_OUT && who.reaches(operation) ? again(who) : PEOPLE.get(who);
    if (person != null) {
      return person.ask(route.method(), path, "{}");
    }
    return house.ask(route.method(), path, "{}", headers(who));
  }

  /** A second session, to be signed out of. */
  private static SignedIn again(Who who) throws Exception {
    return in(
        switch (who) {
          case INES -> "ines";
          case TOM -> "tom";
          case SUPERVISOR_OF_NORTH -> "sam";
          case SUPERVISOR_OF_SOUTH -> "lea";
          default -> "ada";
        });
  }

  private static String[] headers(Who who) {
    String key =
        switch (who) {
          case CONNECTOR -> Visitor.CHANNEL_KEY;
          case OTHER_CONNECTOR -> Visitor.OTHER_CHANNEL_KEY;
          case HOST -> Visitor.HOST_KEY;
          case UNKNOWN_KEY -> "a-key-that-nobody-has";
          default -> "";
        };
    return key.isEmpty()
        ? new String[] {"Origin", house.origin()}
        : new String[] {"Origin", house.origin(), "Authorization", "Bearer " + key};
  }

  static Stream<Arguments> deskFrames() {
    return everybody(Where.DeskFrame.class, Who::hasDesk);
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("deskFrames")
  void a_frame_of_a_desk_passes_for_those_the_table_lets_pass(Operation operation, Who who)
      throws Exception {
    try (TestSocket desk = desk(who)) {
      desk.send("{\"type\":\"watch\",\"conversation\":\"" + OF_INES + "\"}");
      String shown;
      do {
        shown = desk.nextWith(OF_INES);
      } while (shown.contains("\"attention\""));
      assertThat(shown.contains("snapshot")).as(shown).isEqualTo(who.reaches(Operation.WATCH));
      desk.send(frame(operation));
      desk.send("{\"type\":\"fly\"}");
      boolean refused = false;
      for (String reply = desk.next(); !reply.contains("unknown_type"); reply = desk.next()) {
        refused |= reply.contains("\"unauthorised\"");
      }
      // A watch is refused by the lane, which has been seen above.
      assertThat(refused || (operation == Operation.WATCH && !who.reaches(operation)))
          .as("%s by %s", operation, who)
          .isEqualTo(!who.reaches(operation));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("framesBeforeHello")
  void nothing_but_a_hello_passes_before_it(Operation operation) throws Exception {
    try (TestSocket desk = house.desk(Map.of())) {
      desk.send(frame(operation));
      desk.send("{\"type\":\"fly\"}");
      String first = desk.next();
      if (operation == Operation.DESK_PONG) {
        assertThat(first).contains("unknown_type");
      } else {
        assertThat(first).contains("unauthorised").contains("say hello first");
      }
    }
  }

  static Stream<Operation> framesBeforeHello() {
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.where() instanceof Where.DeskFrame)
        .filter(operation -> operation != Operation.HELLO);
  }

  private static TestSocket desk(Who who) throws Exception {
    return switch (who) {
      case DESK_OF_INES -> house.deskOf("ines");
      case DESK_OF_TOM -> house.deskOf("tom");
      default -> person(who).desk();
    };
  }

  private static SignedIn person(Who who) {
    return Objects.requireNonNull(PEOPLE.get(who), who::name);
  }

  /** A frame that asks for an operation on what is Inès’s. */
  private static String frame(Operation operation) {
    if (!(operation.where() instanceof Where.DeskFrame frame)) {
      throw new AssertionError(operation);
    }
    String id = "\"id\":\"" + operation + System.nanoTime() + "\"";
    String more =
        switch (operation) {
          case HELLO -> "\"ticket\":\"whatever\"";
          case WATCH, UNWATCH -> "";
          case MESSAGE_ASKED -> "\"message\":\"m1\"";
          case DRAFT -> "\"text\":\"Hi\",\"revision\":1";
          case HINT_USED, HINT_DISMISSED, HINT_WRONG -> "\"hint\":\"h1\"," + id;
          case ITEM_CONTESTED -> "\"item\":\"greeting\"," + id;
          case COMMITMENT_KEPT, COMMITMENT_REOPENED -> "\"commitment\":\"k1\"," + id;
          case DESK_PONG -> "";
          default -> throw new AssertionError("say how " + operation + " is asked for");
        };
    return "{\"type\":\"%s\",\"conversation\":\"%s\"%s}"
        .formatted(frame.type(), OF_INES, more.isEmpty() ? "" : "," + more);
  }

  static Stream<Operation> keptEvents() {
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.where() instanceof Where.ChannelFrame)
        .filter(
            operation ->
                !Set.of(Operation.TYPING, Operation.DRAFT_TOLD, Operation.CHANNEL_PONG)
                    .contains(operation));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keptEvents")
  void a_connector_tells_nothing_about_another_ones_conversation(Operation operation)
      throws Exception {
    if (!(operation.where() instanceof Where.ChannelFrame frame)) {
      throw new AssertionError(operation);
    }
    String told = event(frame.type(), "x-" + frame.type(), about(operation));
    try (TestSocket other =
        house.channel(Map.of("Authorization", "Bearer " + Visitor.OTHER_CHANNEL_KEY))) {
      other.send(told);
      assertThat(other.next()).contains("\"forbidden\"").doesNotContain("seq");
    }
    assertThat(
            house
                .post(
                    "/v1/channel/events",
                    told,
                    "Authorization",
                    "Bearer " + Visitor.OTHER_CHANNEL_KEY)
                .body())
        .contains("\"forbidden\"");
  }

  private static String about(Operation operation) {
    return switch (operation) {
      case CONVERSATION_STARTED -> "\"medium\":\"chat\",\"customer\":{}";
      case AGENT_ASSIGNED -> "\"agent\":{\"key\":\"tom\",\"name\":\"Tom\"}";
      case MESSAGE -> "\"author\":\"agent\",\"text\":\"Hi\"";
      case UTTERANCE -> "\"author\":\"agent\",\"text\":\"Hi\",\"final\":true,\"start\":0,\"end\":5";
      case CALL_RINGING, CALL_ANSWERED, CALL_HELD, CALL_RESUMED, CONVERSATION_ENDED -> "";
      case SURVEY_ANSWERED -> "\"kind\":\"csat\",\"score\":1,\"scale\":5";
      default -> throw new AssertionError("say how " + operation + " is told");
    };
  }

  private static String event(String type, String id, String more) {
    return "{\"type\":\"%s\",\"id\":\"%s\",\"conversation\":\"%s\",\"at\":\"2026-11-25T09:00:00Z\"%s}"
        .formatted(type, id, OF_INES, more.isEmpty() ? "" : "," + more);
  }

  @Test
  void a_connector_reads_nothing() throws Exception {
    List<String> deskTypes =
        Arrays.stream(Operation.values())
            .map(Operation::where)
            .filter(Where.DeskFrame.class::isInstance)
            .map(where -> ((Where.DeskFrame) where).type())
            .filter(type -> !type.equals("pong") && !type.equals("draft"))
            .collect(Collectors.toList());
    try (TestSocket channel = house.channel()) {
      for (String type : deskTypes) {
        channel.send("{\"type\":\"" + type + "\",\"conversation\":\"" + OF_INES + "\"}");
        assertThat(channel.next()).contains("unknown_type");
      }
    }
  }

  @Test
  void a_message_is_not_shown_by_way_of_a_conversation_that_took_nothing_over() throws Exception {
    try (TestSocket channel = house.channel();
        TestSocket desk = house.deskOf("tom")) {
      channel.send(
          "{\"type\":\"conversation.started\",\"id\":\"e1\",\"conversation\":\"c-tom\","
              + "\"at\":\"2026-11-25T09:00:00Z\",\"medium\":\"chat\",\"customer\":{},"
              + "\"agent\":{\"key\":\"tom\",\"name\":\"Tom\"}}");
      channel.nextWith("ack");
      desk.send("{\"type\":\"watch\",\"conversation\":\"c-tom\"}");
      desk.nextWith("snapshot");
      desk.send(
          "{\"type\":\"message.asked\",\"conversation\":\"c-tom\",\"message\":\"m1\",\"from\":\"c-ines\"}");
      assertThat(desk.nextWith("refused")).contains("unauthorised").doesNotContain("Bonjour");
    }
  }
}
