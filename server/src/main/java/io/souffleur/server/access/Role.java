package io.souffleur.server.access;

/** What a person is in the house; one person may be several. */
public enum Role {
  /** Talks to customers. */
  AGENT,
  /** Looks after the agents of some teams. */
  SUPERVISOR,
  /** Looks after accounts and teams; reads no conversation for that. */
  ADMIN
}
