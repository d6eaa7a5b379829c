package io.souffleur.wire;

/** How insistently something is shown, weakest first. */
public enum Severity {
  NUDGE,
  PROMPT,
  URGENT
}
