package io.souffleur.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads the body of a request within bounds: of a size, within a time, and as it is. A compressed
 * one could be a thousand times larger than what was sent.
 */
public final class RequestBody {
  /** What a line carries at least, once its patience is over. */
  private static final int BYTES_A_SECOND = 16 * 1024;

  private static final int AT_ONCE = 8 * 1024;
  private static final int UNSUPPORTED = 415;
  private static final int TOO_SLOW = 408;

  private RequestBody() {}

  /**
   * The body; empty when it was refused, and the response says why.
   *
   * @param most bytes
   * @param patience how long it may take, besides a second for every 16 KiB
   */
  public static Optional<byte[]> read(
      HttpServletRequest request, HttpServletResponse response, int most, Duration patience)
      throws IOException {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return refused(response, UNSUPPORTED, "a body is sent as it is, without Content-Encoding");
    }
    if (request.getContentLengthLong() > most) {
      return tooLarge(response, most);
    }
    long begin = System.nanoTime();
    ByteArrayOutputStream body = new ByteArrayOutputStream(AT_ONCE);
    byte[] part = new byte[AT_ONCE];
    InputStream in = request.getInputStream();
    for (int length = in.read(part); length >= 0; length = in.read(part)) {
      body.write(part, 0, length);
      if (body.size() > most) {
        return tooLarge(response, most);
      }
      Duration allowed = patience.plusMillis(body.size() * 1_000L / BYTES_A_SECOND);
      if (System.nanoTime() - begin > allowed.toNanos()) {
        return refused(response, TOO_SLOW, "the body came too slowly; send it again");
      }
    }
    return Optional.of(body.toByteArray());
  }

  private static Optional<byte[]> tooLarge(HttpServletResponse response, int most)
      throws IOException {
    return refused(
        response,
        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
        "a request has at most " + most + " bytes; send less at once");
  }

  /** What is still to come is not read: the connection ends. */
  private static Optional<byte[]> refused(HttpServletResponse response, int status, String reason)
      throws IOException {
    response.setHeader("Connection", "close");
    PlainAnswer.send(response, status, reason);
    return Optional.empty();
  }
}
