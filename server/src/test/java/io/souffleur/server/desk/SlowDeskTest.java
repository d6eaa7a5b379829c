package io.souffleur.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.access.Rosters;
import io.souffleur.server.access.Witness;
import io.souffleur.server.http.Outlet;
import io.souffleur.server.http.PacedSession;
import io.souffleur.server.lane.Bulletin;
import io.souffleur.server.testing.FakeConversations;
import io.souffleur.wire.Author;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskRequest;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Stage;
import io.souffleur.wire.json.DeskCodec;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a desk that does not read costs. */
class SlowDeskTest {
  /** Two bytes a character at most. */
  private static final long MOST_CHARACTERS = 128 * 1024;

  private static final int UPDATES = 2_000;

  @Test
  void it_holds_at_most_a_quarter_of_a_mebibyte_however_much_it_watches() {
    FakeConversations conversations = new FakeConversations();
    Tickets tickets = new Tickets(Clock.systemUTC());
    PacedSession session = new PacedSession();
    Outlet outlet = session.outlet();
    DeskLimits limits = DeskLimits.standard();
    DeskPeer desk =
        new DeskPeer(
            conversations,
            tickets,
            Rosters.empty(),
            Clock.systemUTC(),
            limits,
            Runnable::run,
            Witness.none(),
            outlet);
    desk.frame(
        DeskCodec.encode(
            new DeskRequest.Hello(tickets.issue(ModelWidget.HOLDER).ticket(), Optional.empty())));
    session.stopReading();
    for (int i = 0; i < limits.conversations(); i++) {
      desk.frame(DeskCodec.encode(watch(i)));
    }
    long most = 0;
    for (long seq = 1; seq <= UPDATES; seq++) {
      for (int i = 0; i < limits.conversations(); i++) {
        Objects.requireNonNull(conversations.watchers.get(key(i))).updates(update(i, seq));
        most = Math.max(most, outlet.backlog());
      }
      desk.tick(System.nanoTime());
    }
    assertThat(most).isBetween((long) limits.coalesce(), MOST_CHARACTERS);
    session.readOn();
    desk.tick(System.nanoTime());
    assertThat(outlet.backlog()).isZero();
    assertThat(session.takeArrived())
        .filteredOn(frame -> frame.startsWith("{\"type\":\"snapshot\""))
        .hasSizeGreaterThan(limits.conversations());
  }

  private static ConversationKey key(int conversation) {
    return new ConversationKey("c" + conversation);
  }

  private static DeskRequest.Watch watch(int conversation) {
    return new DeskRequest.Watch(key(conversation), Optional.empty(), OptionalLong.empty());
  }

  private static Bulletin update(int conversation, long seq) {
    return new Bulletin(
        List.of(
            new CoachingUpdate.Cues(
                key(conversation),
                seq,
                FakeConversations.NOW,
                new EventKey("m" + "x".repeat(100)),
                Author.CUSTOMER,
                "fr",
                List.of(),
                Stage.OPENING)));
  }
}
