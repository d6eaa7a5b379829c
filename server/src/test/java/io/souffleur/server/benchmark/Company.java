package io.souffleur.server.benchmark;

import java.io.Closeable;

/** Who else is there while a load is measured. */
interface Company extends Closeable {

  /** Nobody. */
  static Company none() {
    return new Company() {
      @Override
      public String told() {
        return "alone";
      }

      @Override
      public void close() {
        // Nobody has to leave.
      }
    };
  }

  /** Who they were and what became of them, for the report. */
  String told();
}
