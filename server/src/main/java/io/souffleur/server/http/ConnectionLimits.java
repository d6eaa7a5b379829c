package io.souffleur.server.http;

import io.souffleur.server.config.Running;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;

/**
 * How many may be connected, and how long a head may take.
 *
 * @param most connections altogether; more are hung up on
 * @param mostEach connections from one address; an office may stand behind one
 * @param proxies addresses that speak for many, and so are only counted altogether
 * @param head how long a caller may take to say what it wants: from the connection, or from the
 *     answer before, to the last byte of a request's head
 */
public record ConnectionLimits(int most, int mostEach, Set<InetAddress> proxies, Duration head) {
  public ConnectionLimits {
    proxies = Set.copyOf(proxies);
  }

  /** Room for a large house; a proxy is on this machine. */
  public static ConnectionLimits standard() {
    return of(Running.Connections.standard());
  }

  /** Room for as many as the settings say; a proxy is on this machine. */
  static ConnectionLimits of(Running.Connections connections) {
    return new ConnectionLimits(
        connections.most(),
        connections.each(),
        Set.of(address(127, 0, 0, 1), loopback6()),
        Duration.ofSeconds(10));
  }

  private static InetAddress address(int... parts) {
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) parts[i];
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }

  private static InetAddress loopback6() {
    return address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
  }
}
