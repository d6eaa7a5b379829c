package io.souffleur.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.junit.jupiter.api.Test;

class OutletTest {

  private final Session session = new Session();
  private final Outlet outlet = new Outlet(session, SocketLimits.standard());

  /** A session whose frames leave at once, or when the test says so. */
  private static final class Session extends CoreSession.Empty {
    private final List<String> handed = new ArrayList<>();
    private final List<Callback> underWay = new ArrayList<>();
    private boolean slow;

    @Override
    public void sendFrame(OutgoingEntry entry) {
      handed.add(entry.getFrame().getPayloadAsUTF8() + (entry.isBatch() ? " and more" : ""));
      if (slow) {
        underWay.add(entry.getCallback());
      } else {
        entry.getCallback().succeeded();
      }
    }
  }

  @Test
  void frames_that_are_sent_together_may_leave_together() {
    outlet.send(List.of("a", "b", "c"));
    outlet.send("d");

    assertThat(session.handed).containsExactly("a and more", "b and more", "c", "d");
    assertThat(outlet.backlog()).isZero();
  }

  @Test
  void while_a_frame_is_under_way_the_others_wait_and_then_may_leave_together() {
    session.slow = true;
    outlet.send("a");
    outlet.send("b");
    outlet.send("c");
    assertThat(session.handed).containsExactly("a");
    assertThat(outlet.backlog()).isEqualTo(3);

    session.slow = false;
    session.underWay.getFirst().succeeded();

    assertThat(session.handed).containsExactly("a", "b and more", "c");
    assertThat(outlet.backlog()).isZero();
  }

  @Test
  void after_a_frame_that_failed_nothing_is_handed_over_and_nobody_waits() throws Exception {
    session.slow = true;
    outlet.send("a".repeat(SocketLimits.standard().queue() + 1));
    outlet.send("b");
    session.underWay.getFirst().failed(new IOException("the line is cut"));
    outlet.send("c");
    outlet.awaitRoom();

    assertThat(session.handed).hasSize(1);
    assertThat(outlet.backlog()).isZero();
  }
}
