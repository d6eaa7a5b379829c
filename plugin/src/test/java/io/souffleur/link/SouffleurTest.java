package io.souffleur.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Medium;
import io.souffleur.wire.Pong;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Resolution;
import jakarta.websocket.Session;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The host's client against a real server on a real port. */
@Timeout(60)
class SouffleurTest extends LinkTest {

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "m" + i).toList();
  }

  @Test
  void a_conversation_reaches_the_server_in_order_and_is_acknowledged() throws Exception {
    Clock noon = Clock.fixed(Instant.parse("2026-11-22T11:00:00Z"), ZoneId.of("Europe/Paris"));
    souffleur = Souffleur.connect(settings().at(noon));
    Conversation chat =
        souffleur.open("chat-7", Medium.CHAT, CustomerRef.named("Camille"), Optional.empty());
    chat.say("m1", Author.CUSTOMER, "bjr, où est mon colis ?");
    chat.say("m2", Author.AGENT, "Bonjour Camille");
    chat.edit("m2", 1, Author.AGENT, "Bonjour Camille !");
    chat.close(Resolution.RESOLVED);

    assertThat(server.next())
        .isInstanceOfSatisfying(
            ChannelEvent.ConversationStarted.class,
            started -> {
              assertThat(started.at()).isEqualTo("2026-11-22T12:00:00+01:00");
              assertThat(started.customer().name()).contains("Camille");
            });
    assertThat(server.nextIds(4)).containsExactly("m1", "m2", "m2", "ended");
    LinkCounters counters = until(now -> now.acknowledged() == 5);
    assertThat(counters.waiting()).isZero();
    assertThat(counters.waitingBytes()).isZero();
    assertThat(counters.resent()).isZero();
  }

  @Test
  void the_key_and_the_subprotocol_go_with_the_upgrade() throws Exception {
    souffleur = Souffleur.connect(settings());
    Session line = server.nextLine();

    assertThat(line.getNegotiatedSubprotocol()).isEqualTo("souffleur.channel.v1");
    assertThat(server.lastHandshake())
        .anySatisfy(
            (name, values) -> {
              assertThat(name).isEqualToIgnoringCase("Authorization");
              assertThat(values).containsExactly("Bearer k3y");
            });
    assertThat(settings().toString()).doesNotContain("k3y");
  }

  @Test
  void events_told_before_the_server_is_there_arrive_once_it_is() throws Exception {
    int port = server.port();
    LinkSettings settings = settings();
    server.close();
    souffleur = Souffleur.connect(settings);
    ids(0, 20).forEach(id -> souffleur.send(message(id)));
    until(counters -> counters.state() == LinkState.WAITING);

    server = new ChannelServer(port);

    assertThat(server.nextIds(20)).isEqualTo(ids(0, 20));
    until(counters -> counters.acknowledged() == 20);
  }

  @Test
  void what_was_not_acknowledged_when_the_line_was_cut_is_sent_again_in_order() throws Exception {
    server.answering(event -> event.id().value().equals("m3") ? List.of() : ackUpTo(event, 3));
    souffleur = Souffleur.connect(settings());
    ids(0, 10).forEach(id -> souffleur.send(message(id)));
    assertThat(server.nextIds(10)).isEqualTo(ids(0, 10));
    until(counters -> counters.acknowledged() == 3);

    server.answering(ChannelServer::ack);
    server.cut();

    assertThat(server.nextIds(7)).isEqualTo(ids(3, 10));
    LinkCounters counters = until(now -> now.acknowledged() == 10);
    assertThat(counters.resent()).isEqualTo(7);
    assertThat(counters.lines()).isEqualTo(2);
  }

  private static List<io.souffleur.wire.ChannelReply> ackUpTo(ChannelEvent event, int number) {
    return Integer.parseInt(event.id().value().substring(1)) < number
        ? ChannelServer.ack(event)
        : List.of();
  }

  @Test
  void cut_again_and_again_while_it_sends_it_loses_nothing_and_keeps_the_order() throws Exception {
    souffleur = Souffleur.connect(settings());
    List<String> all = ids(0, 2000);
    Thread host = Thread.startVirtualThread(() -> all.forEach(id -> souffleur.send(message(id))));
    for (int cut = 0; cut < 8; cut++) {
      server.nextIds(60);
      server.cut();
    }
    host.join();
    LinkCounters counters = until(now -> now.acknowledged() == 2000);

    assertThat(server.taken()).isEqualTo(all);
    assertThat(counters.lines()).isGreaterThan(1);
    assertThat(counters.waiting()).isZero();
    assertThat(counters.droppedKept()).isZero();
  }

  @Test
  void a_full_outbox_drops_what_comes_and_counts_it() throws Exception {
    LinkSettings settings = settings().holding(5, 1_000_000);
    server.close();
    souffleur = Souffleur.connect(settings);
    ids(0, 8).forEach(id -> souffleur.send(message(id)));

    LinkCounters counters = souffleur.counters();
    assertThat(counters.waiting()).isEqualTo(5);
    assertThat(counters.droppedKept()).isEqualTo(3);
    assertThat(counters.state()).isNotEqualTo(LinkState.CONNECTED);
  }

  @Test
  void typing_finds_no_place_while_there_is_no_line() throws Exception {
    LinkSettings settings = settings();
    server.close();
    souffleur = Souffleur.connect(settings);
    souffleur.resume("chat-1").typing(Author.AGENT, true);
    souffleur.resume("chat-1").draft("a-7", "Bonj");

    assertThat(souffleur.counters().droppedInterim()).isEqualTo(2);
    assertThat(souffleur.counters().waiting()).isZero();
  }

  @Test
  void typing_is_sent_and_awaits_no_answer() throws Exception {
    souffleur = Souffleur.connect(settings());
    until(counters -> counters.state() == LinkState.CONNECTED);
    souffleur.resume("chat-1").typing(Author.AGENT, true);

    assertThat(server.next()).isInstanceOf(ChannelEvent.Typing.class);
    assertThat(until(counters -> counters.sent() == 1).waiting()).isZero();
  }

  @Test
  void a_ping_is_answered() throws Exception {
    souffleur = Souffleur.connect(settings());
    ChannelServer.ping(server.nextLine());

    assertThat(server.next()).isEqualTo(new Pong());
  }

  @Test
  void a_silent_line_is_given_up_and_another_one_is_had() throws Exception {
    souffleur = Souffleur.connect(settings().givingUpAfter(SHORT, LONG));
    server.nextLine();
    server.nextLine();

    assertThat(until(counters -> counters.lines() >= 2).lastTrouble()).contains("PT0.02S");
  }

  @Test
  void an_event_that_nobody_answers_is_sent_again_over_another_line() throws Exception {
    server.answering(ChannelServer::silence);
    souffleur = Souffleur.connect(settings().givingUpAfter(LONG, SHORT));
    souffleur.send(message("m0"));
    assertThat(server.nextIds(2)).containsExactly("m0", "m0");

    server.answering(ChannelServer::ack);
    until(counters -> counters.acknowledged() == 1);
  }

  @Test
  void an_event_that_the_server_can_never_take_does_not_hold_up_the_others() throws Exception {
    BlockingQueue<Refused> told = new LinkedBlockingQueue<>();
    server.answering(
        event ->
            event.id().value().equals("m0") ? ChannelServer.busy(event) : ChannelServer.ack(event));
    souffleur = Souffleur.connect(settings().telling(told::add));
    ids(0, 5).forEach(id -> souffleur.send(message(id)));

    LinkCounters counters = until(now -> now.refused() == 1 && now.acknowledged() == 4);
    assertThat(counters.waiting()).isZero();
    assertThat(told.poll(20, TimeUnit.SECONDS).code()).isEqualTo(RefusalCode.BUSY);
  }

  @Test
  void a_refused_event_is_not_sent_again_and_the_host_is_told() throws Exception {
    BlockingQueue<Refused> told = new LinkedBlockingQueue<>();
    server.answering(event -> ChannelServer.refusal(event, RefusalCode.UNKNOWN_CONVERSATION));
    souffleur =
        Souffleur.connect(
            settings()
                .telling(
                    refused -> {
                      told.add(refused);
                      throw new IllegalStateException("the host's own fault");
                    }));
    souffleur.send(message("m0"));

    assertThat(told.poll(20, TimeUnit.SECONDS).id()).contains(new EventKey("m0"));
    server.answering(ChannelServer::ack);
    souffleur.send(message("m1"));
    assertThat(server.nextIds(2)).containsExactly("m0", "m1");
    assertThat(until(counters -> counters.acknowledged() == 1).refused()).isEqualTo(1);
  }

  @Test
  void a_close_code_up_to_4499_brings_it_back() throws Exception {
    souffleur = Souffleur.connect(settings());
    ChannelServer.hangUp(server.nextLine(), 4499);

    assertThat(server.nextLine().isOpen()).isTrue();
  }

  @Test
  void it_comes_back_when_the_server_says_and_not_when_it_would_itself() throws Exception {
    Duration never = Duration.ofDays(300);
    souffleur = Souffleur.connect(settings().pausing(never, never));
    Session first = server.nextLine();
    ChannelServer.hangUp(first, 4001, "the server stops; come back in 1 ms");

    assertThat(server.nextLine().isOpen()).isTrue();
  }

  @Test
  void it_comes_back_no_earlier_than_the_server_says() throws Exception {
    souffleur = Souffleur.connect(settings());
    Session first = server.nextLine();
    ChannelServer.hangUp(first, 4001, "the server stops; come back in 59999 ms");
    LinkCounters waiting = until(counters -> counters.state() == LinkState.WAITING);
    LinkCounters later = souffleur.await(counters -> counters.lines() > 1, SHORT.multipliedBy(10));

    assertThat(waiting.lastTrouble()).contains("4001");
    assertThat(later.lines()).isEqualTo(1);
    assertThat(later.state()).isEqualTo(LinkState.WAITING);
  }

  @Test
  void a_close_code_from_4500_on_stops_it_for_good() throws Exception {
    souffleur = Souffleur.connect(settings());
    ChannelServer.hangUp(server.nextLine(), 4500);
    LinkCounters counters = until(now -> now.state() == LinkState.STOPPED);
    souffleur.send(message("m0"));

    assertThat(counters.lastTrouble()).contains("4500").contains("as the test says");
    assertThat(souffleur.counters().rejected()).isEqualTo(1);
    assertThat(souffleur.awaitClosed(LONG)).isTrue();
    assertThat(server.handshakes()).isEqualTo(1);
  }

  @Test
  void what_breaks_the_contract_is_counted_and_never_thrown() {
    souffleur = Souffleur.connect(settings());
    souffleur.resume("x".repeat(129)).say(Author.AGENT, "trop long");
    souffleur.resume("chat-1").say("m1", Author.AGENT, "x".repeat(16 * 1024 + 1));
    souffleur.resume("chat-1").say("m2", Author.AGENT, "\u0001".repeat(16 * 1024));

    assertThat(souffleur.counters().rejected()).isEqualTo(3);
    assertThat(souffleur.counters().waiting()).isZero();
  }

  @Test
  void closing_sends_what_waits_and_then_takes_nothing() throws Exception {
    souffleur = Souffleur.connect(settings());
    ids(0, 500).forEach(id -> souffleur.send(message(id)));
    souffleur.close();
    souffleur.send(message("late"));

    assertThat(souffleur.awaitClosed(LONG)).isTrue();
    LinkCounters counters = souffleur.counters();
    assertThat(counters.state()).isEqualTo(LinkState.CLOSED);
    assertThat(counters.acknowledged()).isEqualTo(500);
    assertThat(counters.rejected()).isEqualTo(1);
  }

  @Test
  void a_host_that_ends_is_not_kept_alive_by_the_link() throws Exception {
    souffleur = Souffleur.connect(settings());
    until(counters -> counters.state() == LinkState.CONNECTED);

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(
            thread ->
                thread.getName().startsWith("souffleur")
                    || thread.getName().toLowerCase(java.util.Locale.ROOT).contains("grizzly"))
        .isNotEmpty()
        .allMatch(Thread::isDaemon);
  }

  @Test
  void a_server_that_cannot_be_found_is_no_trouble_for_the_host() throws Exception {
    souffleur =
        Souffleur.connect(
            LinkSettings.of(URI.create("ws://127.0.0.1:1/v1/channel"), "k")
                .pausing(Duration.ofMillis(1), SHORT));
    souffleur.send(message("m0"));

    LinkCounters counters = until(now -> !now.lastTrouble().isEmpty());
    assertThat(counters.lines()).isZero();
    assertThat(counters.waiting()).isEqualTo(1);
  }
}
