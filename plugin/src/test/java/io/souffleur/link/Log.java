package io.souffleur.link;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged under a name, as long as it is open. */
final class Log extends Handler implements AutoCloseable {

  // Held, since the JDK forgets loggers that nobody holds.
  private final Logger logger;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private Log(Logger logger) {
    this.logger = logger;
  }

  static Log of(String name) {
    Log log = new Log(Logger.getLogger(name));
    log.logger.addHandler(log);
    return log;
  }

  /** A line each: its level and its text. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(
        line.getLevel() + " " + MessageFormat.format(line.getMessage(), line.getParameters()));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
