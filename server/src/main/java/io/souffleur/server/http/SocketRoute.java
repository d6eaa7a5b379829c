package io.souffleur.server.http;

import java.util.function.Supplier;

/**
 * A WebSocket address.
 *
 * @param path where, such as {@code /v1/desk}
 * @param subprotocol the only one spoken there
 * @param gate who may come in
 * @param ping the frame that asks a silent peer whether it is still there
 */
public record SocketRoute(String path, String subprotocol, Gate gate, Supplier<String> ping) {}
