package io.souffleur.server.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, such as {@code 10.0.0.0/8} or {@code fd00::/8} (CIDR, RFC 4632).
 *
 * @param first one of them
 * @param prefix how many bits all of them share with it: 0 to 32, or to 128 for IPv6
 */
public record AddressRange(InetAddress first, int prefix) {
  /** Looks like an address: nothing that would be looked up as a name gets through. */
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|(?=[^/]*:)[0-9a-fA-F:.]+");

  public AddressRange {
    if (prefix < 0 || prefix > first.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException("no such prefix: " + prefix);
    }
  }

  /** The range that {@code text} writes: an address, or an address, a slash and a length. */
  public static Optional<AddressRange> of(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> first = address(slash < 0 ? text : text.substring(0, slash));
    try {
      return first.map(
          known ->
              new AddressRange(
                  known,
                  slash < 0
                      ? known.getAddress().length * Byte.SIZE
                      : Integer.parseInt(text.substring(slash + 1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The address that {@code literal} writes, without asking anybody for a name. */
  public static Optional<InetAddress> address(String literal) {
    if (!LITERAL.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether {@code address} is one of them. */
  public boolean contains(InetAddress address) {
    byte[] one = first.getAddress();
    byte[] other = address.getAddress();
    if (one.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
      int kept = 0xFF << Math.max(0, Byte.SIZE - (prefix - bit));
      if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & kept & 0xFF) != 0) {
        return false;
      }
    }
    return true;
  }
}
