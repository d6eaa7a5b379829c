package io.souffleur.server.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands in a folder of its own, as a shell would. */
abstract class Shell {
  @TempDir Path folder;

  /** What a command did. */
  record Ran(int code, String out, String err) {}

  final Ran run(String in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new Console(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                out,
                err,
                folder,
                false),
            arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  final void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }
}
