package io.souffleur.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.testing.House;
import io.souffleur.server.testing.Visitor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients of several makers hold the same conversations with the whole program. Chromium does so in
 * the browser tests of the sidebar.
 */
@Timeout(60)
class PeersTest {
  private static final int LARGEST = 65_536;
  private static final int RECONNECTS = 20;
  private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");
  private static final Pattern EPOCH = Pattern.compile("\"epoch\":\"([^\"]+)\"");

  @TempDir private static Path data;

  private static House house;
  private static List<Peer> peers;

  @BeforeAll
  static void open() throws Exception {
    house = House.open(data, Clock.systemUTC());
    peers = List.of(new JdkPeer(), JakartaPeer.tyrus(), NodePeer.start());
  }

  @AfterAll
  static void close() {
    peers.forEach(Peer::close);
    house.close();
  }

  private interface Scenario {
    void play(Talk talk) throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> each_peer_in_each_scenario() {
    return peers.stream()
        .flatMap(
            peer ->
                scenarios(peer.frames()).entrySet().stream()
                    .map(
                        scenario ->
                            DynamicTest.dynamicTest(
                                peer.name() + ": " + scenario.getKey(),
                                () ->
                                    scenario
                                        .getValue()
                                        .play(new Talk(peer, peer.name() + scenario.getKey())))));
  }

  private static Map<String, Scenario> scenarios(boolean frames) {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("is let in under the subprotocol", PeersTest::letIn);
    all.put("an event is acknowledged, and again", PeersTest::acknowledged);
    all.put("the longest message is taken", PeersTest::longest);
    all.put("a longer one is refused, and the socket goes on", PeersTest::tooLong);
    all.put("a binary message is refused, and the socket goes on", PeersTest::binary);
    all.put("a wrong key is not let in", PeersTest::wrongKey);
    all.put("a wrong subprotocol is not let in", PeersTest::wrongSubprotocol);
    all.put("it closes, and is answered", PeersTest::closes);
    all.put("it is closed for a wrong ticket", PeersTest::closed);
    all.put("it comes back and gets what it missed", PeersTest::comesBack);
    all.put("it comes back again and again at once", PeersTest::reconnects);
    if (frames) {
      all.put("a ping is answered", PeersTest::ping);
      all.put("a message in fragments is one", PeersTest::parts);
    }
    return all;
  }

  /** One peer, and a conversation of its own. */
  private record Talk(Peer peer, String key) {
    Line channel() throws Exception {
      return channel(Visitor.CHANNEL_KEY, "souffleur.channel.v1");
    }

    Line channel(String key, String subprotocol) throws Exception {
      return peer.open(address("channel"), subprotocol, Map.of("Authorization", "Bearer " + key));
    }

    Line desk() throws Exception {
      return peer.open(address("desk"), "souffleur.desk.v1", Map.of());
    }

    private static URI address(String door) {
      return URI.create("ws://localhost:" + house.port() + "/v1/" + door);
    }

    String started() {
      return event(
          "conversation.started",
          "s",
          "\"medium\":\"chat\",\"customer\":{},\"agent\":{\"key\":\"ines\",\"name\":\"Inès\"}");
    }

    String message(String id, String text) {
      return event("message", id, "\"author\":\"customer\",\"text\":\"" + text + "\"");
    }

    private String event(String type, String id, String more) {
      return String.format(
          Locale.ROOT,
          "{\"type\":\"%s\",\"id\":\"%s\",\"conversation\":\"%s\",\"at\":\"%s\",%s}",
          type,
          id,
          key,
          Instant.now(),
          more);
    }

    String watch(String more) {
      return "{\"type\":\"watch\",\"conversation\":\"" + key + "\"" + more + "}";
    }
  }

  private static void start(Talk talk, Line channel) throws Exception {
    channel.send(talk.started());
    assertThat(channel.next()).contains("\"ack\"", "\"id\":\"s\"", "\"seq\":1");
  }

  private static void letIn(Talk talk) throws Exception {
    Line channel = talk.channel();
    assertThat(channel.subprotocol()).isEqualTo("souffleur.channel.v1");
    start(talk, channel);
    channel.sendClose(1000);
    channel.closeCode();
  }

  private static void acknowledged(Talk talk) throws Exception {
    Line channel = talk.channel();
    start(talk, channel);
    String message = talk.message("m", "Où est mon colis ☕ 😕 ?");
    channel.send(message);
    String ack = channel.next();
    assertThat(ack).contains("\"ack\"", "\"id\":\"m\"", "\"seq\":2");
    channel.send(message);
    assertThat(channel.next()).isEqualTo(ack);
    channel.sendClose(1000);
    channel.closeCode();
  }

  private static void ping(Talk talk) throws Exception {
    Line channel = talk.channel();
    channel.sendPing("Souffleur");
    assertThat(channel.pong()).isEqualTo("Souffleur");
    channel.sendClose(1000);
    channel.closeCode();
  }

  private static void parts(Talk talk) throws Exception {
    Line channel = talk.channel();
    start(talk, channel);
    String message = talk.message("m", "en deux parties");
    channel.sendParts(message.substring(0, 40), message.substring(40));
    assertThat(channel.next()).contains("\"ack\"", "\"id\":\"m\"");
    channel.sendClose(1000);
    channel.closeCode();
  }

  private static void longest(Talk talk) throws Exception {
    Line channel = talk.channel();
    start(talk, channel);
    String message = talk.message("m", "long");
    int bytes = Bytes.utf8(message).length;
    channel.send(message + " ".repeat(LARGEST - bytes));
    assertThat(channel.next()).contains("\"ack\"", "\"id\":\"m\"");
    channel.sendClose(1000);
    channel.closeCode();
  }

  private static void tooLong(Talk talk) throws Exception {
    Line channel = talk.channel();
    start(talk, channel);
    channel.send(talk.message("m", "longer") + " ".repeat(LARGEST));
    assertThat(channel.next()).contains("\"refused\"", "\"id\":\"m\"", "\"too_large\"");
    channel.send(talk.message("n", "court"));
    assertThat(channel.next()).contains("\"ack\"", "\"id\":\"n\"");
    channel.sendClose(1000);
    channel.closeCode();
  }

  private static void binary(Talk talk) throws Exception {
    Line channel = talk.channel();
    start(talk, channel);
    channel.sendBinary(Bytes.utf8(talk.message("m", "en octets")));
    assertThat(channel.next()).contains("\"refused\"", "\"not_json\"");
    channel.send(talk.message("n", "en texte"));
    assertThat(channel.next()).contains("\"ack\"", "\"id\":\"n\"");
    channel.sendClose(1000);
    channel.closeCode();
  }

  private static void wrongKey(Talk talk) {
    assertThatThrownBy(() -> talk.channel("not-a-key", "souffleur.channel.v1"))
        .isInstanceOf(Exception.class);
  }

  private static void wrongSubprotocol(Talk talk) {
    assertThatThrownBy(() -> talk.channel(Visitor.CHANNEL_KEY, "souffleur.channel.v0"))
        .isInstanceOf(Exception.class);
  }

  private static void closes(Talk talk) throws Exception {
    Line channel = talk.channel();
    start(talk, channel);
    channel.sendClose(1000);
    assertThat(channel.closeCode()).isEqualTo(1000);
  }

  private static void closed(Talk talk) throws Exception {
    Line desk = talk.desk();
    desk.send("{\"type\":\"hello\",\"ticket\":\"not-a-ticket\"}");
    assertThat(desk.closeCode()).isEqualTo(4501);
  }

  private static void comesBack(Talk talk) throws Exception {
    Line channel = talk.channel();
    start(talk, channel);
    Line desk = letIn(talk, "");
    String snapshot = desk.nextOf("snapshot");
    channel.send(talk.message("m", "Bonjour"));
    long seen = found(SEQ, desk.nextOf("cues"));
    desk.sendClose(1000);
    assertThat(desk.closeCode()).isEqualTo(1000);
    channel.send(talk.message("n", "Vous êtes là ?"));
    assertThat(channel.next()).contains("\"ack\"");
    Matcher epoch = EPOCH.matcher(snapshot);
    assertThat(epoch.find()).isTrue();
    Line again = letIn(talk, ",\"epoch\":\"" + epoch.group(1) + "\",\"seq\":" + seen);
    assertThat(found(SEQ, again.nextOf("resumed"))).isEqualTo(seen);
    long expected = seen;
    String update;
    do {
      update = again.next();
      if (!update.startsWith("{\"type\":\"attention\"")) {
        expected++;
        assertThat(found(SEQ, update)).isEqualTo(expected);
      }
    } while (!update.contains("\"message\":\"n\""));
    again.sendClose(1000);
    again.closeCode();
    channel.sendClose(1000);
    channel.closeCode();
  }

  private static Line letIn(Talk talk, String position) throws Exception {
    Line desk = talk.desk();
    desk.send("{\"type\":\"hello\",\"ticket\":\"" + house.ticket() + "\"}");
    desk.nextOf("ready");
    desk.send(talk.watch(position));
    return desk;
  }

  private static long found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  private static void reconnects(Talk talk) throws Exception {
    for (int i = 0; i < RECONNECTS; i++) {
      Line channel = talk.channel();
      channel.send(i == 0 ? talk.started() : talk.message("m" + i, "Bonjour"));
      assertThat(channel.next()).contains("\"ack\"", "\"seq\":" + (i + 1));
      channel.sendClose(1000);
      channel.closeCode();
    }
  }
}
