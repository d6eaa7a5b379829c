package io.souffleur.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.lane.Bulletin;
import io.souffleur.server.lane.Conversations;
import io.souffleur.server.lane.Position;
import io.souffleur.server.lane.Viewer;
import io.souffleur.server.lane.Watch;
import io.souffleur.server.lane.Watcher;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Snapshot;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A tab that comes back shows what is, whatever happened meanwhile; or the test finds it. */
@Execution(ExecutionMode.CONCURRENT)
class ResumeModelTest {
  private static final int SEQUENCES = 20_000;
  private static final int SEQUENCES_TO_BE_FOUND = 500;

  @Test
  void tabs_that_come_and_go_show_what_is() throws Exception {
    try (ResumeModel model = new ResumeModel(conversations -> conversations)) {
      for (long seed = 0; seed < SEQUENCES; seed++) {
        assertThat(model.run(seed)).as("seed %s", seed).isEmpty();
      }
      assertThat(model.resumptions()).isGreaterThan(SEQUENCES / 4);
      assertThat(model.coalesced()).isGreaterThan(SEQUENCES / 100);
    }
  }

  @Test
  void a_server_that_looks_first_and_listens_then_is_found() throws Exception {
    assertThat(firstFault(server -> watching(server, ResumeModelTest::snapshotThenSubscribe)))
        .anyMatch(fault -> fault.contains("a hole"));
  }

  @Test
  void a_server_that_does_not_ask_again_who_may_see_is_found() throws Exception {
    assertThat(firstFault(server -> watching(server, ResumeModelTest::withoutAsking)))
        .anyMatch(fault -> fault.contains("another agent's"));
  }

  private static List<String> firstFault(UnaryOperator<Conversations> broken) throws Exception {
    try (ResumeModel model = new ResumeModel(broken)) {
      for (long seed = 0; seed < SEQUENCES_TO_BE_FOUND; seed++) {
        List<String> faults = model.run(seed);
        if (!faults.isEmpty()) {
          return faults;
        }
      }
    }
    return List.of();
  }

  /** How a server shows a conversation. */
  private interface Watching {
    Watch watch(
        Conversations conversations,
        ConversationKey conversation,
        Viewer viewer,
        Optional<Position> from,
        Optional<Language> language,
        Watcher watcher);
  }

  /** The same conversations, shown in another way. */
  @SuppressWarnings("unchecked")
  private static Conversations watching(Conversations server, Watching watching) {
    return (Conversations)
        Proxy.newProxyInstance(
            Conversations.class.getClassLoader(),
            new Class<?>[] {Conversations.class},
            (proxy, method, arguments) ->
                method.getName().equals("watch")
                    ? watching.watch(
                        server,
                        (ConversationKey) arguments[0],
                        (Viewer) arguments[1],
                        (Optional<Position>) arguments[2],
                        (Optional<Language>) arguments[3],
                        (Watcher) arguments[4])
                    : method.invoke(server, arguments));
  }

  /** Trusts the position that somebody comes back with, as if it showed who they are. */
  private static Watch withoutAsking(
      Conversations server,
      ConversationKey conversation,
      Viewer viewer,
      Optional<Position> from,
      Optional<Language> language,
      Watcher watcher) {
    return server.watch(
        conversation, from.isPresent() ? anybody -> true : viewer, from, language, watcher);
  }

  /** Takes what is there, and listens only after the next thing has happened. */
  private static Watch snapshotThenSubscribe(
      Conversations server,
      ConversationKey conversation,
      Viewer viewer,
      Optional<Position> from,
      Optional<Language> language,
      Watcher watcher) {
    return server.watch(conversation, viewer, from, language, new LateListener(watcher));
  }

  /** Misses the first news. */
  private static final class LateListener implements Watcher {
    private final Watcher watcher;
    private boolean listening;

    LateListener(Watcher watcher) {
      this.watcher = watcher;
    }

    @Override
    public void snapshot(Snapshot snapshot) {
      watcher.snapshot(snapshot);
    }

    @Override
    public void resumed(DeskReply.Resumed from, List<CoachingUpdate> missed) {
      watcher.resumed(from, missed);
    }

    @Override
    public void updates(Bulletin bulletin) {
      if (listening) {
        watcher.updates(bulletin);
      }
      listening = true;
    }

    @Override
    public void refused(Refused refusal) {
      watcher.refused(refusal);
    }
  }
}
