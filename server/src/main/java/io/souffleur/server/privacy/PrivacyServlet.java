package io.souffleur.server.privacy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.souffleur.server.audit.Audit;
import io.souffleur.server.audit.Deed;
import io.souffleur.server.audit.Who;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.http.Guard;
import io.souffleur.server.http.PlainAnswer;
import io.souffleur.server.sealing.Erasure;
import io.souffleur.wire.ConversationKey;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody's data are exported and erased: {@code POST} with {@code {"customer":KEY}} or
 * {@code {"conversation":KEY}}.
 */
public final class PrivacyServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  static final int MOST_BYTES = 4_096;
  static final String WHOSE = "say whose data: {\"customer\":KEY} or {\"conversation\":KEY}";
  private static final JsonFactory FACTORY = new JsonFactory();

  /** What is done there. */
  public enum Deal {
    EXPORT,
    ERASE
  }

  private final transient Deal deal;
  private final transient Erasures erasures;
  private final transient Exports exports;
  private final transient Audit audit;
  private final transient InstantSource clock;

  /** A servlet for one deal; only those get to it who may. */
  public PrivacyServlet(
      Deal deal, Erasures erasures, Exports exports, Audit audit, InstantSource clock) {
    this.deal = deal;
    this.erasures = erasures;
    this.exports = exports;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Subject> subject = subject(request.getInputStream().readNBytes(MOST_BYTES + 1));
    if (subject.isEmpty()) {
      PlainAnswer.send(response, HttpServletResponse.SC_BAD_REQUEST, WHOSE);
      return;
    }
    String who = Who.of(Guard.identity(request).caller(), request.getRemoteAddr());
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    switch (deal) {
      case ERASE -> {
        try {
          receipt(response, erasures.erase(subject.get(), who));
        } catch (HeldException e) {
          PlainAnswer.send(
              response, HttpServletResponse.SC_CONFLICT, String.valueOf(e.getMessage()));
        }
      }
      case EXPORT -> export(response, subject.get(), who);
    }
  }

  private void export(HttpServletResponse response, Subject subject, String who)
      throws IOException {
    List<ConversationId> conversations = erasures.conversations(subject);
    try {
      exports.check(conversations);
    } catch (UnreadableException e) {
      note(conversations, who, "unreadable");
      PlainAnswer.send(
          response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, String.valueOf(e.getMessage()));
      return;
    }
    note(conversations, who, "done");
    exports.write(conversations, response.getOutputStream());
  }

  private void note(List<ConversationId> conversations, String who, String outcome) {
    for (ConversationId conversation : conversations) {
      audit.note(
          new Deed(clock.instant(), who, "conversation.exported", conversation.key(), outcome));
    }
    audit.settle();
  }

  private static void receipt(HttpServletResponse response, Erasure erasure) throws IOException {
    try (JsonGenerator out = FACTORY.createGenerator(response.getOutputStream())) {
      out.writeStartObject();
      out.writeStringField("id", erasure.id());
      out.writeStringField("at", erasure.at().toString());
      out.writeStringField("by", erasure.by());
      out.writeArrayFieldStart("conversations");
      for (String conversation : erasure.conversations()) {
        out.writeString(conversation);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  /** Empty when the body says something else. */
  static Optional<Subject> subject(byte[] body) {
    if (body.length > MOST_BYTES) {
      return Optional.empty();
    }
    try (JsonParser parser = FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT
          || parser.nextToken() != JsonToken.FIELD_NAME) {
        return Optional.empty();
      }
      String name = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_STRING) {
        return Optional.empty();
      }
      String key = parser.getText();
      if (parser.nextToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        return Optional.empty();
      }
      return switch (name) {
        case "customer" -> Optional.of(new Subject.Customer(key));
        case "conversation" -> Optional.of(new Subject.Conversation(new ConversationKey(key)));
        default -> Optional.empty();
      };
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
