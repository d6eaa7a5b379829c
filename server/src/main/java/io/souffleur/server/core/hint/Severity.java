package io.souffleur.server.core.hint;

/** How insistently a hint is shown, weakest first. */
public enum Severity {
  NUDGE,
  PROMPT,
  URGENT
}
