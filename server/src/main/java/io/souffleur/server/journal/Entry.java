package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.cue.Sighting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One kept event.
 *
 * @param conversation whose it is
 * @param position within its conversation, from 1, no gaps
 * @param origin whose key it carries
 * @param channel which told it; unknown for what no channel told
 * @param key the sender's own key of the event; unique within conversation, origin and revision
 * @param revision 0 for the first version of a message, higher for an edit
 * @param kind the event's type on the wire, such as {@code conversation.started}
 * @param handled the instant at which it was handled; never before that of an earlier entry
 * @param body the event as JSON
 * @param seen what was seen in it when it came, and would not be seen in it again; mostly nothing
 * @param wordless what is kept in place of its words, of which its body then has none; empty: they
 *     are kept
 */
public record Entry(
    ConversationId conversation,
    long position,
    Origin origin,
    ChannelName channel,
    String key,
    int revision,
    String kind,
    Instant handled,
    String body,
    List<Sighting> seen,
    Optional<Wordless> wordless) {

  /** The kind that opens a conversation. */
  public static final String STARTED = "conversation.started";

  /** The kind that closes a conversation. */
  public static final String ENDED = "conversation.ended";

  public Entry {
    seen = List.copyOf(seen);
    if (position < 1) {
      throw new IllegalArgumentException("positions count from 1: " + position);
    }
    if (key.isEmpty()) {
      throw new IllegalArgumentException("an entry needs the key of its event");
    }
    if (revision < 0) {
      throw new IllegalArgumentException("revisions count from 0: " + revision);
    }
  }

  /** By which it is told from any other that could stand at its position. */
  public int checksum() {
    CRC32C checksum = new CRC32C();
    String head = String.join("\n", origin.name(), channel.value(), key, revision + " " + handled);
    checksum.update(head.getBytes(StandardCharsets.UTF_8));
    checksum.update(body.getBytes(StandardCharsets.UTF_8));
    return (int) checksum.getValue();
  }

  /** An entry whose words are kept. */
  public Entry(
      ConversationId conversation,
      long position,
      Origin origin,
      ChannelName channel,
      String key,
      int revision,
      String kind,
      Instant handled,
      String body,
      List<Sighting> seen) {
    this(
        conversation,
        position,
        origin,
        channel,
        key,
        revision,
        kind,
        handled,
        body,
        seen,
        Optional.empty());
  }

  /** The same entry with another body, and something else seen in it. */
  public Entry with(String otherBody, List<Sighting> otherSeen) {
    return with(otherBody, otherSeen, Optional.empty());
  }

  /** The same entry with another body, and something else kept of what was seen in it. */
  public Entry with(String otherBody, List<Sighting> otherSeen, Optional<Wordless> otherWordless) {
    return new Entry(
        conversation,
        position,
        origin,
        channel,
        key,
        revision,
        kind,
        handled,
        otherBody,
        otherSeen,
        otherWordless);
  }

  /** An entry of no channel in particular, in which everything can be seen again. */
  public Entry(
      ConversationId conversation,
      long position,
      Origin origin,
      String key,
      int revision,
      String kind,
      Instant handled,
      String body) {
    this(
        conversation,
        position,
        origin,
        ChannelName.UNKNOWN,
        key,
        revision,
        kind,
        handled,
        body,
        List.of());
  }
}
