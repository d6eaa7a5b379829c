package io.souffleur.server;

import io.souffleur.server.access.Witness;
import io.souffleur.server.audit.AuditFile;
import io.souffleur.server.audit.Requests;
import io.souffleur.server.config.Privacy;
import io.souffleur.server.config.Settings;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.Journals;
import io.souffleur.server.lane.Adoption;
import io.souffleur.server.lane.Discretion;
import io.souffleur.server.lane.Forgetting;
import io.souffleur.server.lane.Lanes;
import io.souffleur.server.lane.Words;
import io.souffleur.server.privacy.Erasures;
import io.souffleur.server.privacy.Exports;
import io.souffleur.server.privacy.HoldsServlet;
import io.souffleur.server.privacy.Imports;
import io.souffleur.server.privacy.PrivacyServlet;
import io.souffleur.server.privacy.Retention;
import io.souffleur.server.redaction.Redactor;
import io.souffleur.server.sealing.KeyFile;
import io.souffleur.server.sealing.MasterKey;
import io.souffleur.server.sealing.SealedJournal;
import io.souffleur.server.store.DataFolder;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a house keeps, sealed, and what becomes of it; the parts put together. */
public final class PrivateStore implements AutoCloseable {

  /** Orders that may wait for lanes while what is too old is erased. */
  private static final int MOST_WAITING = 64;

  private static final int MARK_BYTES = 16;

  private final Settings settings;
  private final InstantSource clock;
  private final AuditFile audit;
  private final KeyFile keys;
  private final SealedJournal journal;
  private final Erasures erasures;
  private @Nullable Retention retention;

  private PrivateStore(
      Settings settings,
      InstantSource clock,
      AuditFile audit,
      KeyFile keys,
      SealedJournal journal) {
    this.settings = settings;
    this.clock = clock;
    this.audit = audit;
    this.keys = keys;
    this.journal = journal;
    this.erasures = new Erasures(journal, keys, audit, clock);
  }

  /**
   * Opens what is kept in the data folder.
   *
   * @throws IOException when it can't be used, with the reason for a person
   */
  public static PrivateStore open(Settings settings, InstantSource clock, FatalHandler fatal)
      throws IOException {
    DataFolder.create(settings.data());
    Journal plain = Journals.open(settings.storage(), settings.data(), fatal);
    Journal journal = plain;
    try {
      MasterKey master = MasterKey.of(settings.privacy().masterKey(), settings.data());
      KeyFile keys = KeyFile.open(settings.data(), master);
      SealedJournal sealed = sealed(plain, keys, fatal);
      journal = sealed;
      return new PrivateStore(settings, clock, AuditFile.open(settings.data()), keys, sealed);
    } catch (IOException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  private static SealedJournal sealed(Journal plain, KeyFile keys, FatalHandler fatal)
      throws IOException {
    try {
      return SealedJournal.over(plain, keys, fatal);
    } catch (IOException | RuntimeException e) {
      keys.close();
      throw e;
    }
  }

  /** Whether a data folder has keys of conversations. */
  public static boolean hasKeys(Path data) {
    return KeyFile.isIn(data);
  }

  /**
   * Opens the keys of conversations in the data folder, where there are any, and closes them.
   *
   * @throws IOException when they can't be used, with the reason for a person
   */
  public static void tryKeys(Settings settings) throws IOException {
    if (hasKeys(settings.data())) {
      KeyFile.open(settings.data(), MasterKey.of(settings.privacy().masterKey(), settings.data()))
          .close();
    }
  }

  public SealedJournal journal() {
    return journal;
  }

  public KeyFile keys() {
    return keys;
  }

  public AuditFile audit() {
    return audit;
  }

  public Erasures erasures() {
    return erasures;
  }

  /** What brings exports back. */
  public Imports imports() {
    return new Imports(journal, erasures, audit, clock, new Adoption(discretion())::of);
  }

  /** What lanes must not keep. */
  Discretion discretion() {
    return new Discretion(
        new Redactor(settings.privacy().redact()),
        erasures::erased,
        erasures::closed,
        new Words(settings.privacy().words() == Privacy.Words.KEEP, this::mark));
  }

  /** As many bytes as nobody finds by trying, of a keyed digest. */
  private String mark(String text) {
    return HexFormat.of().formatHex(keys.hidden(text), 0, MARK_BYTES);
  }

  /** Begins to erase what is too old, and to note, once lanes hold conversations. */
  void begin(Lanes lanes, Coaching coaching) throws IOException {
    KeysInForce.note(settings, audit, clock.instant());
    erasures.inMemory(lanes::erase, lanes::settle);
    retention =
        new Retention(
            journal,
            erasures,
            audit,
            clock,
            settings.privacy().retention(),
            entries -> Forgetting.of(entries, coaching),
            () -> !lanes.ready() || lanes.gauges().waiting() > MOST_WAITING);
    retention.start();
  }

  /**
   * What it has to do with requests.
   *
   * @param servlets what answers admins
   * @param witness notes what everybody does
   */
  record Door(Map<String, HttpServlet> servlets, Witness witness) {}

  Door door(Coaching coaching) {
    Exports exports = new Exports(journal, coaching);
    return new Door(
        Map.of(
            "/v1/privacy/erasures",
            new PrivacyServlet(PrivacyServlet.Deal.ERASE, erasures, exports, audit, clock),
            "/v1/privacy/exports",
            new PrivacyServlet(PrivacyServlet.Deal.EXPORT, erasures, exports, audit, clock),
            "/v1/privacy/holds",
            new HoldsServlet(erasures.holds()),
            "/v1/privacy/holds/*",
            new HoldsServlet(erasures.holds())),
        new Requests(audit, clock));
  }

  /** Ends the erasing of what is too old, which needs lanes; before they end. */
  void rest() {
    if (retention != null) {
      retention.close();
    }
  }

  @Override
  public void close() {
    try (journal) {
      audit.close();
    }
  }
}
