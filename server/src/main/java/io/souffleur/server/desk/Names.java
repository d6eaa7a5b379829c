package io.souffleur.server.desk;

import io.souffleur.server.access.AccountId;
import java.util.Optional;

/** What people are called who sign in. For any thread. */
@FunctionalInterface
public interface Names {

  /** The name of a person; empty when there is no such account. */
  Optional<String> of(AccountId account);
}
