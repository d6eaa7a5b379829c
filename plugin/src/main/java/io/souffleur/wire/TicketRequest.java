package io.souffleur.wire;

/** A host asks for a ticket that opens the desk of one agent. */
public record TicketRequest(AgentRef agent) {}
