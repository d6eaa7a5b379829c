package io.souffleur.server;

import io.souffleur.server.audit.Audit;
import io.souffleur.server.audit.AuditReader;
import io.souffleur.server.audit.Deed;
import io.souffleur.server.audit.Who;
import io.souffleur.server.config.Settings;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Notes at a start which keys of channels and hosts are good now and were not before, or were. */
final class KeysInForce {

  private static final String ACCEPTED = "key.accepted";
  private static final String WITHDRAWN = "key.withdrawn";
  private static final int SHOWN = 12;

  private KeysInForce() {}

  /**
   * Notes them.
   *
   * @throws IOException when the account of earlier starts can't be read
   */
  static void note(Settings settings, Audit audit, Instant now) throws IOException {
    Map<String, String> latest =
        new AuditReader(settings.data()).latest(Set.of(ACCEPTED, WITHDRAWN));
    Set<String> good = new TreeSet<>();
    settings.channels().forEach(key -> good.add(named("channel", key)));
    settings.hosts().forEach(key -> good.add(named("host", key)));
    for (String key : good) {
      if (!ACCEPTED.equals(latest.get(key))) {
        audit.note(new Deed(now, Who.SERVER, ACCEPTED, key, "done"));
      }
    }
    for (String key : new TreeSet<>(latest.keySet())) {
      if (!good.contains(key) && ACCEPTED.equals(latest.get(key))) {
        audit.note(new Deed(now, Who.SERVER, WITHDRAWN, key, "done"));
      }
    }
  }

  /** Whose key it is, and the beginning of its digest. */
  private static String named(String kind, Settings.Key key) {
    return kind + ":" + key.name() + " " + key.digest().hex().substring(0, SHOWN);
  }
}
