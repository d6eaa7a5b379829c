package io.souffleur.server.lane;

/** Somebody is told something until this is closed. */
@FunctionalInterface
public interface Watch extends AutoCloseable {

  /** Nothing more is told soon after. Never blocks; may be called twice, by any thread. */
  @Override
  void close();
}
