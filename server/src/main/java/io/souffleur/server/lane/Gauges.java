package io.souffleur.server.lane;

/**
 * Figures of all lanes at one moment.
 *
 * @param waiting handed over and not begun
 * @param inFlight begun and not durable yet
 * @param resident conversations in memory
 * @param watchers of conversations
 * @param events kept since the start
 * @param repeated deliveries of an event that was known
 * @param refused since the start
 * @param updates since the start
 * @param wakeUps handled since the start
 * @param degraded conversations in memory whose coaching stopped after a fault
 * @param late wake-ups handled more than a second after they were due
 */
public record Gauges(
    long waiting,
    long inFlight,
    long resident,
    long watchers,
    long events,
    long repeated,
    long refused,
    long updates,
    long wakeUps,
    long degraded,
    long late) {}
