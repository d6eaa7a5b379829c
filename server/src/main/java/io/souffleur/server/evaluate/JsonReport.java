package io.souffleur.server.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** A result as programs read it: one JSON object on one line. */
public final class JsonReport {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private JsonReport() {}

  /**
   * Writes the object.
   *
   * @throws IOException when {@code writer} can't be written
   */
  public static void write(Result result, Writer writer) throws IOException {
    try (JsonGenerator out = FACTORY.createGenerator(writer)) {
      out.writeStartObject();
      out.writeNumberField("conversations", result.conversations());
      out.writeNumberField("messages", result.messages());
      out.writeNumberField("skipped", result.skipped());
      out.writeArrayFieldStart("scores");
      for (Map.Entry<Subject, Score> row : result.scores().entrySet()) {
        out.writeStartObject();
        subject(row.getKey(), out);
        score(row.getValue(), out);
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeArrayFieldStart("findings");
      for (Finding finding : result.findings()) {
        finding(finding, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    writer.write('\n');
    writer.flush();
  }

  private static void subject(Subject subject, JsonGenerator out) throws IOException {
    out.writeStringField("role", subject.role());
    out.writeStringField("cue", subject.cue());
    out.writeStringField("language", subject.language());
  }

  private static void score(Score score, JsonGenerator out) throws IOException {
    out.writeNumberField("messages", score.messages());
    out.writeNumberField("n", score.labelled());
    out.writeNumberField("found", score.found());
    out.writeNumberField("right", score.right());
    out.writeNumberField("missed", score.missed());
    out.writeNumberField("false", score.falseAlarms());
    share("precision", score.precision(), out);
    share("recall", score.recall(), out);
    share("f1", score.f1(), out);
  }

  private static void share(String name, OptionalDouble share, JsonGenerator out)
      throws IOException {
    if (share.isPresent()) {
      out.writeNumberField(name, share.getAsDouble());
    }
  }

  private static void finding(Finding finding, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    subject(finding.subject(), out);
    out.writeStringField("file", finding.place().file());
    out.writeNumberField("line", finding.place().line());
    out.writeNumberField("turn", finding.turn());
    out.writeStringField("text", finding.text());
    out.writeArrayFieldStart("shown");
    for (Finding.Shown shown : finding.shown()) {
      out.writeStartObject();
      out.writeStringField("cue", shown.cue());
      out.writeStringField("text", shown.text());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
