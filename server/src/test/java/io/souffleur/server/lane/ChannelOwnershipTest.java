package io.souffleur.server.lane;

import static io.souffleur.server.lane.LaneDriver.acked;
import static io.souffleur.server.lane.LaneDriver.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.RefusalCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose conversation it is: that of the channel that started it. */
class ChannelOwnershipTest {

  private static final Talk A = new Talk("a");
  private static final Talk B = new Talk("b");

  private final MemoryJournal journal = new MemoryJournal();
  private final LaneDriver lanes = new LaneDriver(journal);

  @AfterEach
  void end() {
    journal.letGo();
    lanes.close();
  }

  private List<Entry> kept(String conversation) {
    return journal.read(new ConversationId(conversation));
  }

  @Test
  void only_the_channel_that_started_a_conversation_goes_on_with_it() throws Exception {
    ChannelName telephone = new ChannelName("telephone");
    acked(lanes.tell(A.starts(lanes.now())));
    ChannelEvent.Message message = A.agent("m", lanes.now(), "greeting");
    acked(lanes.tell(message));
    for (int start = 0; start < 2; start++) {
      assertThat(refused(lanes.tell(telephone, A.starts(LaneDriver.START))))
          .isEqualTo(RefusalCode.FORBIDDEN);
      assertThat(refused(lanes.tell(telephone, message))).isEqualTo(RefusalCode.FORBIDDEN);
      assertThat(refused(lanes.tell(telephone, A.ends("e", lanes.now()))))
          .isEqualTo(RefusalCode.FORBIDDEN);
      lanes.restart();
    }
    assertThat(kept("a")).extracting(Entry::channel).containsOnly(LaneDriver.CHAT).hasSize(2);
    acked(lanes.tell(telephone, B.starts(lanes.now())));
    assertThat(acked(lanes.tell(A.ends("e", lanes.now())))).isEqualTo(3);
  }

  @Test
  void what_an_agent_did_is_of_no_channel() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    acked(
        lanes.tell(
            new DeskAction.ItemContested(
                new ConversationKey("a"), "greeting", Optional.empty(), new EventKey("d"))));
    assertThat(kept("a"))
        .extracting(Entry::channel)
        .containsExactly(LaneDriver.CHAT, ChannelName.UNKNOWN);
  }

  @Test
  void any_channel_goes_on_with_what_was_kept_before_channels_had_names() throws Exception {
    ChannelEvent.ConversationStarted start = A.starts(lanes.now());
    Entry now =
        new Input.FromChannel(start)
            .entry(1, LaneDriver.CHAT, lanes.now(), List.of(), Optional.empty());
    journal.append(
        new Entry(
            now.conversation(),
            now.position(),
            now.origin(),
            now.key(),
            now.revision(),
            now.kind(),
            now.handled(),
            now.body()),
        outcome -> {});
    assertThat(acked(lanes.tell(A.agent("m", lanes.now(), "greeting")))).isEqualTo(2);
    assertThat(acked(lanes.tell(new ChannelName("telephone"), A.ends("e", lanes.now()))))
        .isEqualTo(3);
  }
}
