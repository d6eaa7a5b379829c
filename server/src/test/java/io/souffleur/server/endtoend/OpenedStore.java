package io.souffleur.server.endtoend;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.SeenColumn;
import io.souffleur.server.journal.SqliteJournal;
import io.souffleur.server.sealing.KeyFile;
import io.souffleur.server.sealing.MasterKey;
import io.souffleur.server.sealing.SealedJournal;
import io.souffleur.server.sealing.SealedSnapshots;
import io.souffleur.server.snapshot.Snapshots;
import io.souffleur.server.snapshot.SqliteSnapshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies sealed in a data folder, opened as whoever has all keys could. */
final class OpenedStore {
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private OpenedStore() {}

  /** Writes it below {@code to}: the entries as lines, each snapshot as its bytes. */
  static void dump(Path data, Path to) throws Exception {
    try (SealedJournal journal =
            SealedJournal.over(
                SqliteJournal.open(data, OpenedStore::failed),
                KeyFile.open(data, MasterKey.of(Optional.empty(), data)),
                OpenedStore::failed);
        Snapshots snapshots = new SealedSnapshots(SqliteSnapshots.open(data), journal)) {
      List<ConversationId> all = new ArrayList<>(journal.live());
      all.addAll(journal.endedBefore(LAST, Integer.MAX_VALUE));
      List<String> lines = new ArrayList<>();
      for (ConversationId conversation : all) {
        for (Entry entry : journal.read(conversation)) {
          lines.add(entry.body());
          lines.add(SeenColumn.write(entry));
        }
      }
      Files.write(to.resolve("entries"), lines);
      Path imprints = Files.createDirectories(to.resolve("snapshots"));
      for (Map.Entry<ConversationId, byte[]> each : snapshots.all().entrySet()) {
        Files.write(
            imprints.resolve(each.getKey().key()),
            snapshots.opened(each.getKey(), each.getValue()));
      }
    }
  }

  private static void failed(String reason, Throwable cause) {
    throw new AssertionError(reason, cause);
  }
}
