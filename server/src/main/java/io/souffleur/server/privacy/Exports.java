package io.souffleur.server.privacy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.SeenColumn;
import io.souffleur.server.journal.Wordless;
import io.souffleur.server.lane.Retelling;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.json.UpdateCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Writes all that is kept of somebody as JSON: the same for the same, byte for byte. What coaching
 * made of it is told again from the events. Safe for use by any thread.
 */
public final class Exports {

  static final String FORMAT = "souffleur-export-1";

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Journal journal;
  private final Coaching coaching;

  public Exports(Journal journal, Coaching coaching) {
    this.journal = journal;
    this.coaching = coaching;
  }

  /**
   * Makes sure that all of these can be read, so that no half of an export leaves the house.
   *
   * @throws UnreadableException naming the first that can't
   */
  public void check(List<ConversationId> conversations) throws UnreadableException {
    for (ConversationId conversation : conversations) {
      try {
        Retelling.check(journal.read(conversation));
      } catch (IllegalStateException e) {
        throw new UnreadableException(conversation, e);
      }
    }
  }

  /** Writes these conversations, and leaves the stream open; what breaks off is no valid JSON. */
  public void write(List<ConversationId> conversations, OutputStream to) throws IOException {
    try (JsonGenerator out =
        FACTORY
            .createGenerator(to)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)) {
      out.writeStartObject();
      out.writeStringField("format", FORMAT);
      out.writeArrayFieldStart("conversations");
      conversations.stream()
          .sorted(Comparator.comparing(ConversationId::key))
          .forEach(conversation -> conversation(out, conversation));
      out.writeEndArray();
      out.writeEndObject();
      out.writeRaw('\n');
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void conversation(JsonGenerator out, ConversationId conversation) {
    List<Entry> entries = journal.read(conversation);
    try {
      out.writeStartObject();
      out.writeStringField("conversation", conversation.key());
      out.writeArrayFieldStart("entries");
      for (Entry entry : entries) {
        entry(out, entry);
      }
      out.writeEndArray();
      out.writeArrayFieldStart("coaching");
      for (CoachingUpdate update : Retelling.of(entries, coaching)) {
        if (isTold(update)) {
          out.writeRawValue(UpdateCodec.encode(update));
        }
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTold(CoachingUpdate update) {
    return update instanceof CoachingUpdate.Hint
        || update instanceof CoachingUpdate.HintWithdrawn
        || update instanceof CoachingUpdate.Commitment
        || update instanceof CoachingUpdate.Summary;
  }

  private static void entry(JsonGenerator out, Entry entry) throws IOException {
    out.writeStartObject();
    out.writeNumberField("position", entry.position());
    out.writeStringField("origin", entry.origin().name().toLowerCase(Locale.ROOT));
    out.writeStringField("channel", entry.channel().value());
    out.writeStringField("key", entry.key());
    out.writeNumberField("revision", entry.revision());
    out.writeStringField("kind", entry.kind());
    out.writeStringField("handled", entry.handled().toString());
    out.writeFieldName("event");
    out.writeRawValue(entry.body());
    out.writeArrayFieldStart("seen");
    // A mark is of this house's own making, and says nothing elsewhere.
    Entry told = entry.with(entry.body(), entry.seen(), entry.wordless().map(Wordless::unmarked));
    for (String line : SeenColumn.write(told).lines().toList()) {
      out.writeString(line);
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
