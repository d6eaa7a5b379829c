package io.souffleur.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a server is run: over which line it is reached, how it is watched, what it logs, how it
 * stops.
 *
 * @param tls its certificate and key; empty: it speaks plain HTTP
 * @param proxy who stands in front of it; empty: nobody, and nobody's word about callers counts
 * @param management where it is watched; empty: nowhere but at {@code /health} and {@code /ready}
 * @param logs the form of its log lines
 * @param logLevel how much it logs
 * @param drain how long it may take to stop
 * @param connections how many may be connected
 * @param insecure whether other machines may reach it without TLS
 */
public record Running(
    Optional<Tls> tls,
    Optional<Proxy> proxy,
    Optional<Management> management,
    LogForm logs,
    LogLevel logLevel,
    Duration drain,
    Connections connections,
    boolean insecure) {
  private static final Duration STANDARD_DRAIN = Duration.ofSeconds(15);

  /** How a server is run that takes as many callers as usual, and none without TLS. */
  public Running(
      Optional<Tls> tls,
      Optional<Proxy> proxy,
      Optional<Management> management,
      LogForm logs,
      LogLevel logLevel,
      Duration drain) {
    this(tls, proxy, management, logs, logLevel, drain, Connections.standard(), false);
  }

  /** What a server is that nobody has said anything about. */
  public static Running standard() {
    return new Running(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        LogForm.TEXT,
        LogLevel.INFO,
        STANDARD_DRAIN);
  }

  /**
   * How many may be connected.
   *
   * @param most connections altogether
   * @param each connections from one address; an office may stand behind one
   */
  public record Connections(int most, int each) {
    public Connections {
      if (each < 1 || each > most) {
        throw new IllegalArgumentException("from 1 to " + most + " from one address: " + each);
      }
    }

    /** Room for a large house. */
    public static Connections standard() {
      return new Connections(20_000, 4_000);
    }
  }

  /** Two files in PEM. */
  public record Tls(Path certificate, Path key) {}

  /**
   * Proxies that are believed.
   *
   * @param trusted their addresses
   * @param header in which of the two usual ways they tell about callers
   */
  public record Proxy(List<AddressRange> trusted, Forwarding header) {
    public Proxy {
      trusted = List.copyOf(trusted);
    }

    /** Whether it stands on this machine and nowhere else. */
    public boolean here() {
      return trusted.stream().allMatch(range -> range.first().isLoopbackAddress());
    }
  }

  /** How a proxy tells about callers. The other way is a caller's own word, and not looked at. */
  public enum Forwarding {
    /** {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}. */
    X_FORWARDED,
    /** {@code Forwarded} (RFC 7239). */
    FORWARDED
  }

  /** An address of its own for who watches over the server. */
  public record Management(String host, int port) {}

  /** The form of log lines. */
  public enum LogForm {
    /** For people. */
    TEXT,
    /** One JSON object a line. */
    JSON
  }

  /** How much is logged. */
  public enum LogLevel {
    /** What stopped working. */
    ERROR,
    /** And what may soon. */
    WARN,
    /** And what an operator wants to know. */
    INFO,
    /** And what helps to find a fault. */
    DEBUG,
    /** Everything. */
    TRACE
  }
}
