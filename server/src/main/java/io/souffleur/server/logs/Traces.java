package io.souffleur.server.logs;

import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of an exception: its class and where it comes from, and the same of its causes. */
final class Traces {
  private static final int FRAMES = 12;
  private static final int CAUSES = 5;

  private Traces() {}

  /** A line for each class, followed by its places. */
  static List<String> lines(@Nullable IThrowableProxy thrown) {
    List<String> lines = new ArrayList<>();
    IThrowableProxy one = thrown;
    for (int depth = 0; one != null && depth < CAUSES; depth++) {
      lines.add((depth == 0 ? "" : "because of ") + one.getClassName());
      var frames = one.getStackTraceElementProxyArray();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        lines.add("  " + frames[i].getSTEAsString());
      }
      one = one.getCause();
    }
    return lines;
  }
}
