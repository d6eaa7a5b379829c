package io.souffleur.server.cli;

import io.souffleur.server.privacy.Subject;
import io.souffleur.wire.ConversationKey;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose data are meant. */
final class SubjectOptions {
  @Option(names = "--customer", paramLabel = "KEY", description = "the channel's key of theirs")
  private Optional<String> customer = Optional.empty();

  @Option(names = "--conversation", paramLabel = "KEY", description = "the channel's key of it")
  private Optional<String> conversation = Optional.empty();

  Subject subject() throws UnusableException {
    try {
      return customer
          .<Subject>map(Subject.Customer::new)
          .or(() -> conversation.map(key -> new Subject.Conversation(new ConversationKey(key))))
          .orElseThrow();
    } catch (IllegalArgumentException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }
}
