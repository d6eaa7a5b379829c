package io.souffleur.link;

import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Author;
import io.souffleur.wire.Resolution;

/**
 * One conversation of the host, open until it is closed. Safe for all threads; nothing blocks and
 * nothing throws: what breaks the contract is counted as rejected.
 */
public interface Conversation {

  /** Somebody said something; gives the key under which it can be edited. */
  String say(Author author, String text);

  /** Somebody said something, under the host's own key: telling it twice changes nothing. */
  void say(String id, Author author, String text);

  /** A message was edited; revisions count from 1. */
  void edit(String id, int revision, Author author, String text);

  /** Somebody starts or stops typing. */
  void typing(Author author, boolean active);

  /** An agent has typed this and not sent it. */
  void draft(String agent, String text);

  /** An agent takes the conversation over. */
  void assign(AgentRef agent);

  /** The conversation is over. */
  void close(Resolution resolution);

  /** The conversation is over, nobody knows how. */
  void close();
}
