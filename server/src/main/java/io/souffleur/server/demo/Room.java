package io.souffleur.server.demo;

import io.souffleur.wire.Author;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One conversation of the demo chat. For the chat's own thread only. */
final class Room {
  private final String id;
  private final Person customer;
  private final String language;
  private final Optional<String> subject;
  private final List<Message> messages = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private Optional<OffsetDateTime> ended = Optional.empty();

  Room(String id, Person customer, String language, Optional<String> subject) {
    this.id = id;
    this.customer = customer;
    this.language = language;
    this.subject = subject;
  }

  String id() {
    return id;
  }

  Person customer() {
    return customer;
  }

  String language() {
    return language;
  }

  Optional<String> subject() {
    return subject;
  }

  List<Message> messages() {
    return messages;
  }

  boolean started() {
    return !messages.isEmpty();
  }

  boolean ended() {
    return ended.isPresent();
  }

  /** When the room was closed. */
  Optional<OffsetDateTime> endedAt() {
    return ended;
  }

  void end(OffsetDateTime at) {
    ended = Optional.of(at);
  }

  /** Adds a message; empty when the page sent it before. */
  Optional<Message> add(
      Author author, String name, String text, OffsetDateTime at, Optional<String> key) {
    if (key.isPresent() && !keys.add(author + " " + key.get())) {
      return Optional.empty();
    }
    Message message = new Message(id + "-" + (messages.size() + 1), author, name, text, at, key);
    messages.add(message);
    return Optional.of(message);
  }

  /** The message a page sent under this key. */
  Optional<Message> find(Author author, String key) {
    return messages.stream()
        .filter(message -> message.author() == author && message.key().equals(Optional.of(key)))
        .findFirst();
  }
}
