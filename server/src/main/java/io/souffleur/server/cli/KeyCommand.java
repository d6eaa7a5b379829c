package io.souffleur.server.cli;

import io.souffleur.server.config.KeyDigest;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes a key for a channel or a host. */
@Command(
    name = "key",
    description = {
      "Makes a key for a channel or a host: the key itself, which goes to them and is shown nowhere"
          + " again, and its digest, which goes into the settings in its place."
    })
final class KeyCommand implements Callable<Integer> {
  private final Console console;

  KeyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String key = RandomKey.next();
    PrintWriter out = console.messages();
    out.println("key:    " + key);
    out.println("digest: " + KeyDigest.of(key));
    out.flush();
    return ExitCode.SUCCESS;
  }
}
