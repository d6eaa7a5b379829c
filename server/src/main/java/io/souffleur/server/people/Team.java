package io.souffleur.server.people;

import io.souffleur.server.access.TeamId;

/**
 * Agents who are looked after together.
 *
 * @param name as shown to people; no other team has it
 */
public record Team(TeamId id, String name) {}
