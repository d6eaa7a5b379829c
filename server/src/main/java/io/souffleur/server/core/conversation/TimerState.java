package io.souffleur.server.core.conversation;

/**
 * How a timer stands: met when stopped in time; breached from its deadline on, until it is stopped
 * late or by the end.
 */
public enum TimerState {
  RUNNING,
  MET,
  BREACHED,
  STOPPED
}
