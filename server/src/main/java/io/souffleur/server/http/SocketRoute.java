package io.souffleur.server.http;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A WebSocket address.
 *
 * @param path where, such as {@code /v1/desk}
 * @param subprotocol the only one spoken there; empty: none is asked for
 * @param gate who may come in
 * @param ping the frame that asks a silent peer whether it is still there; empty: it is asked by a
 *     ping of the WebSocket protocol, which every client answers by itself
 */
public record SocketRoute(
    String path, Optional<String> subprotocol, Gate gate, Optional<Supplier<String>> ping) {}
