package io.souffleur.server.config;

import java.util.List;
import java.util.stream.Collectors;

/** A file can't be used; carries every mistake in it, in the order of the file. */
public final class MistakesException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;

  MistakesException(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
