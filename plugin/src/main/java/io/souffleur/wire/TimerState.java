package io.souffleur.wire;

/** How a timer stands. */
public enum TimerState {
  RUNNING,
  MET,
  BREACHED,
  STOPPED
}
