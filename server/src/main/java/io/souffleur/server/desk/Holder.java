package io.souffleur.server.desk;

import io.souffleur.server.access.Identity;
import io.souffleur.wire.AgentRef;
import java.util.Optional;

/**
 * Whose desk it is.
 *
 * @param agent as channels know them; empty: they take no conversations
 */
record Holder(Identity identity, Optional<AgentRef> agent) {}
