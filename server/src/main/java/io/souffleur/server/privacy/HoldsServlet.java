package io.souffleur.server.privacy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.souffleur.server.audit.Who;
import io.souffleur.server.http.Guard;
import io.souffleur.server.http.PlainAnswer;
import io.souffleur.server.sealing.Hold;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where holds are listed, placed and lifted. */
public final class HoldsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final transient Holds holds;

  /** A servlet to which only those get who may. */
  public HoldsServlet(Holds holds) {
    this.holds = holds;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(response, holds.all());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Subject> subject =
        PrivacyServlet.subject(request.getInputStream().readNBytes(PrivacyServlet.MOST_BYTES + 1));
    if (subject.isEmpty()) {
      PlainAnswer.send(response, HttpServletResponse.SC_BAD_REQUEST, PrivacyServlet.WHOSE);
    } else {
      send(response, List.of(holds.place(subject.get(), who(request))));
    }
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (holds.lift(Guard.id(request).orElse(""), who(request))) {
      send(response, List.of());
    } else {
      PlainAnswer.send(response, HttpServletResponse.SC_NOT_FOUND, "there is no such hold");
    }
  }

  private static String who(HttpServletRequest request) {
    return Who.of(Guard.identity(request).caller(), request.getRemoteAddr());
  }

  private static void send(HttpServletResponse response, List<Hold> shown) throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    try (JsonGenerator out = FACTORY.createGenerator(response.getOutputStream())) {
      out.writeStartObject();
      out.writeArrayFieldStart("holds");
      for (Hold hold : shown) {
        out.writeStartObject();
        out.writeStringField("id", hold.id());
        out.writeStringField("at", hold.at().toString());
        out.writeStringField("by", hold.by());
        switch (hold.held()) {
          case Hold.Held.Customer customer -> out.writeStringField("customer", customer.key());
          case Hold.Held.Conversation conversation ->
              out.writeStringField("conversation", conversation.key());
        }
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }
}
