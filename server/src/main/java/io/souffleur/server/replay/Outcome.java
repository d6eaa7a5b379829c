package io.souffleur.server.replay;

/**
 * How a replay went.
 *
 * @param events taken in
 * @param updates decided, whether written or not
 * @param skipped lines that could not be read or taken in, each reported
 * @param faults conversations whose coaching stopped, each reported
 * @param totals what the hints cost
 * @param service how conversations went for their customers
 * @param results how often each rule was kept
 */
public record Outcome(
    long events,
    long updates,
    long skipped,
    long faults,
    Totals totals,
    Service service,
    Results results) {

  /** Whether nothing had to be reported. */
  public boolean clean() {
    return skipped == 0 && faults == 0;
  }
}
