package io.souffleur.server.config;

import io.souffleur.server.core.text.Language;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of a house.
 *
 * @param host the address to listen at
 * @param port from 1 to 65535, or 0 for a free one
 * @param data the folder that holds what is kept in files
 * @param channels who may send events
 * @param hosts who may ask for tickets that open desks
 * @param allowedOrigins pages that may embed the sidebar, beside the server's own
 * @param language of the checklist while a conversation's own language is not known
 * @param timeZone of conversations that name none themselves; empty: that of their start
 * @param checklists a folder of own checklists; empty: the shipped ones
 * @param lexicons a folder of own lexicons, which add to the shipped ones
 * @param languageTool who reads drafts for their spelling; empty: nobody
 * @param storage in what the journal and the tables of the house are kept
 * @param running how it is run
 * @param signIn how its people sign in
 * @param privacy how personal data are treated
 */
public record Settings(
    String host,
    int port,
    Path data,
    List<Key> channels,
    List<Key> hosts,
    Set<String> allowedOrigins,
    Language language,
    Optional<ZoneId> timeZone,
    Optional<Path> checklists,
    Optional<Path> lexicons,
    Optional<LanguageTool> languageTool,
    Storage storage,
    Running running,
    SignIn signIn,
    Privacy privacy) {
  public Settings {
    channels = List.copyOf(channels);
    hosts = List.copyOf(hosts);
    allowedOrigins = Set.copyOf(allowedOrigins);
  }

  /**
   * Settings of a house that says no more: kept in SQLite, run as usual, with passwords, and with
   * personal data treated as the law has it.
   */
  public Settings(
      String host,
      int port,
      Path data,
      List<Key> channels,
      List<Key> hosts,
      Set<String> allowedOrigins,
      Language language,
      Optional<ZoneId> timeZone,
      Optional<Path> checklists) {
    this(
        host,
        port,
        data,
        channels,
        hosts,
        allowedOrigins,
        language,
        timeZone,
        checklists,
        Optional.empty(),
        Optional.empty(),
        Sqlite.STANDARD,
        Running.standard(),
        SignIn.standard(),
        Privacy.STANDARD);
  }

  /** The same, run differently. */
  public Settings with(Running other) {
    return with(storage, other, signIn, privacy);
  }

  /** The same, for people who sign in differently. */
  public Settings with(SignIn other) {
    return with(storage, running, other, privacy);
  }

  /** The same, with personal data treated in another way. */
  public Settings with(Privacy other) {
    return with(storage, running, signIn, other);
  }

  /** The same, kept in another store. */
  public Settings withStorage(Storage other) {
    return with(other, running, signIn, privacy);
  }

  private Settings with(Storage keptIn, Running runLike, SignIn signedInLike, Privacy treatedLike) {
    return new Settings(
        host,
        port,
        data,
        channels,
        hosts,
        allowedOrigins,
        language,
        timeZone,
        checklists,
        lexicons,
        languageTool,
        keptIn,
        runLike,
        signedInLike,
        treatedLike);
  }

  /** In what the journal and the tables of the house are kept. */
  public sealed interface Storage {}

  /**
   * In SQLite files in the data folder.
   *
   * @param reserve bytes of disk set aside for going on reading, and ending in order, when the disk
   *     is full
   */
  public record Sqlite(long reserve) implements Storage {
    /** With 64 MiB set aside. */
    public static final Sqlite STANDARD = new Sqlite(64L * 1024 * 1024);

    /** With nothing set aside, for what is thrown away anyhow. */
    public static final Sqlite WITHOUT_RESERVE = new Sqlite(0);

    public Sqlite {
      if (reserve < 0) {
        throw new IllegalArgumentException("a reserve has bytes, or none: " + reserve);
      }
    }
  }

  /** Whether other machines can reach the address it listens at. */
  public boolean servesOthers() {
    return !RunningReader.isLoopback(host);
  }

  /**
   * In a PostgreSQL database.
   *
   * @param url such as {@code jdbc:postgresql://127.0.0.1:5432/souffleur}
   */
  public record Postgresql(String url, String user, String password) implements Storage {
    private static final Pattern MACHINES = Pattern.compile("jdbc:postgresql://([^/?]+)/.*");
    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Pattern PROVEN = Pattern.compile("[?&]sslmode=verify-(ca|full)(&|$)");

    /**
     * Whether it is on another machine, which doesn't have to prove over TLS that it is the one.
     */
    public boolean unproven() {
      Matcher machines = MACHINES.matcher(url);
      return machines.matches()
          && !PROVEN.matcher(url).find()
          && Arrays.stream(machines.group(1).split(",", -1))
              .map(machine -> PORT.matcher(machine).replaceFirst(""))
              .map(machine -> machine.replaceAll("^\\[|]$", ""))
              .anyMatch(machine -> !RunningReader.isLoopback(machine));
    }

    @Override
    public String toString() {
      return "Postgresql[" + user + " at " + url + "]";
    }
  }

  /**
   * A LanguageTool server of the house.
   *
   * @param english how English words are spelt, such as {@code en-GB}
   */
  public record LanguageTool(URI url, String english) {}

  /** What is known of a key, and whose it is; who changes theirs has two for a while. */
  public record Key(String name, KeyDigest digest) {

    /** A key that is known in full. */
    public Key(String name, String key) {
      this(name, KeyDigest.of(key));
    }

    @Override
    public String toString() {
      return "Key[" + name + "]";
    }
  }
}
