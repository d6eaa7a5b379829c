package io.souffleur.server.people;

import io.souffleur.server.access.Role;
import java.util.Optional;

/**
 * Somebody whose account is there for trying, and whose password everybody is told.
 *
 * @param agent the key under which channels know them; empty: they take no conversations
 */
public record Guest(
    String login, String name, Optional<String> agent, Role role, String team, String password) {}
