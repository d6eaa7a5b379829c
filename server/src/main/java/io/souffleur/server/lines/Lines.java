package io.souffleur.server.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, as bytes, in bounded memory: of a line that is too long only the beginning
 * is kept. For one thread.
 */
public final class Lines {

  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int end;
  private byte[] line = new byte[1024];
  private int length;
  private long number;

  /**
   * The lines of a stream.
   *
   * @param longest line that is kept whole, in bytes
   */
  public Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The number of the line read last, from 1. */
  public long number() {
    return number;
  }

  /**
   * The next line without its end; null after the last. A line that is too long is cut one byte
   * beyond what is allowed, so that whoever reads it can tell.
   */
  public byte @Nullable [] next() throws IOException {
    length = 0;
    boolean any = false;
    while (true) {
      if (next == end) {
        end = in.read(buffer);
        next = 0;
        if (end <= 0) {
          end = 0;
          return any ? taken() : null;
        }
      }
      any = true;
      int stop = next;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      append(stop);
      boolean ended = stop < end;
      next = ended ? stop + 1 : stop;
      if (ended) {
        return taken();
      }
    }
  }

  private void append(int stop) {
    int room = longest + 1 - length;
    int more = Math.min(room, stop - next);
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.min(longest + 1, Math.max(2 * line.length, length + more)));
    }
    System.arraycopy(buffer, next, line, length, more);
    length += more;
  }

  private byte[] taken() {
    number++;
    boolean carriageReturn = length > 0 && length <= longest && line[length - 1] == '\r';
    return Arrays.copyOf(line, carriageReturn ? length - 1 : length);
  }

  /** Whether a line has nothing to read on it. */
  public static boolean isBlank(byte[] line) {
    for (byte one : line) {
      if (one != ' ' && one != '\t' && one != '\r') {
        return false;
      }
    }
    return true;
  }
}
