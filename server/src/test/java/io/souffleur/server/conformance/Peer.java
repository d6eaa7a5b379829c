package io.souffleur.server.conformance;

import java.net.URI;
import java.util.Map;

/** A WebSocket client of another maker. */
interface Peer extends AutoCloseable {
  String name();

  /** Whether its interface lets one send pings, and messages in fragments. */
  boolean frames();

  /** Opens a socket; throws when it is not let in. */
  Line open(URI address, String subprotocol, Map<String, String> headers) throws Exception;

  @Override
  void close();
}
