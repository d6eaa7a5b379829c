package io.souffleur.server.http;

import io.souffleur.server.testing.Visitor;

/** Knocks at a server without doors. */
final class PlainVisitor extends Visitor {
  private final int port;

  PlainVisitor(int port) {
    this.port = port;
  }

  @Override
  public int port() {
    return port;
  }
}
