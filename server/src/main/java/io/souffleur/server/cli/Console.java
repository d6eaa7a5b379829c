package io.souffleur.server.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What a command reads and writes, in UTF-8 whatever the machine's locale.
 *
 * @param folder what relative paths are relative to
 * @param terminal whether a person reads standard error
 */
record Console(InputStream in, OutputStream out, OutputStream err, Path folder, boolean terminal) {

  /** That of the process. */
  static Console ofProcess() {
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Path.of(""),
        System.getenv("SOUFFLEUR_TERMINAL") != null);
  }

  /** Where a command says what it did. */
  PrintWriter messages() {
    return writer(out);
  }

  /** Where a command says what went wrong. */
  PrintWriter complaints() {
    return writer(err);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
