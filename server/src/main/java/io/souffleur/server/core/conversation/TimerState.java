package io.souffleur.server.core.conversation;

/** How a timer stands. */
public enum TimerState {
  RUNNING,
  MET,
  BREACHED,
  STOPPED
}
