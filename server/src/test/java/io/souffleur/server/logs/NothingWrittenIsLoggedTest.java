package io.souffleur.server.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import io.souffleur.server.Clocks;
import io.souffleur.server.Extras;
import io.souffleur.server.Souffleur;
import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.config.Settings;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.http.Pages;
import io.souffleur.server.nlp.CueReader;
import io.souffleur.server.testing.TestSocket;
import io.souffleur.server.testing.Visitor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What people write never reaches the log: not at any level, not through a fault. */
@Timeout(60)
class NothingWrittenIsLoggedTest {
  /** Stands in everything that anybody writes here. */
  private static final String PLANTED = "Zyxwoline";

  private static final String BREAKS = "breaks the reader";

  @TempDir Path data;

  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger own = context.getLogger("io.souffleur");
  private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final ByteArrayOutputStream json = new ByteArrayOutputStream();
  private final OutputStreamAppender<ILoggingEvent> texts = appender(new TextLines(), text);
  private final OutputStreamAppender<ILoggingEvent> jsons = appender(new JsonLines(), json);

  private OutputStreamAppender<ILoggingEvent> appender(
      Encoder<ILoggingEvent> encoder, ByteArrayOutputStream out) {
    encoder.setContext(context);
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(out);
    appender.start();
    return appender;
  }

  @BeforeEach
  void everything_is_logged() {
    // As "logLevel: trace" has it: libraries stay at what logback.xml says.
    own.setLevel(Level.TRACE);
    root.addAppender(texts);
    root.addAppender(jsons);
  }

  @AfterEach
  void as_before() {
    own.setLevel(Level.INFO);
    root.detachAppender(texts);
    root.detachAppender(jsons);
  }

  private static String started(String conversation) {
    return "{\"type\":\"conversation.started\",\"id\":\"s\",\"conversation\":\""
        + conversation
        + "\",\"at\":\"2026-11-22T09:00:00Z\",\"medium\":\"chat\",\"reason\":\""
        + PLANTED
        + "\",\"customer\":{\"name\":\""
        + PLANTED
        + "\",\"attributes\":{\"note\":\""
        + PLANTED
        + "\"}},\"agent\":{\"key\":\"ines\",\"name\":\""
        + PLANTED
        + "\"}}";
  }

  private static String message(String conversation, String id, String author, String words) {
    return "{\"type\":\"message\",\"id\":\""
        + id
        + "\",\"conversation\":\""
        + conversation
        + "\",\"at\":\"2026-11-22T09:00:10Z\",\"author\":\""
        + author
        + "\",\"text\":\""
        + words
        + " "
        + PLANTED
        + "\"}";
  }

  /** Reads as always, and fails at some texts with a message that quotes them. */
  private static MessageReader fragile() {
    MessageReader reader = CueReader.shipped();
    return (words, around) -> {
      if (words.startsWith(BREAKS)) {
        throw new IllegalStateException(words, new IllegalArgumentException(words));
      }
      return reader.read(words, around);
    };
  }

  @Test
  void not_a_word_of_a_conversation_with_every_kind_of_trouble() throws Exception {
    Settings settings =
        new Settings(
            "localhost",
            0,
            data,
            List.of(new Settings.Key("channel", Visitor.CHANNEL_KEY)),
            List.of(new Settings.Key("host", Visitor.HOST_KEY)),
            Set.of(),
            Language.FRENCH,
            Optional.empty(),
            Optional.empty());
    Coaching coaching =
        new Coaching(
            new Coach(ChecklistLibrary.shipped(Language.FRENCH)), fragile(), Optional.empty());
    try (Souffleur server =
            Souffleur.start(
                settings,
                Extras.pages(Pages.shipped()),
                coaching,
                Clocks.ofTheMachine(),
                (reason, cause) -> {
                  throw new AssertionError(reason, cause);
                });
        Visitor visitor =
            new Visitor() {
              @Override
              public int port() {
                return server.port();
              }
            };
        TestSocket channel = visitor.channel();
        TestSocket desk = visitor.deskOfInes()) {
      channel.send(started("c1"));
      channel.nextWith("\"ack\"");
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
      desk.nextWith("\"snapshot\"");
      channel.send(message("c1", "m1", "customer", "c'est inadmissible"));
      desk.nextWith("{\"type\":\"hint\"");
      channel.send(message("c1", "m2", "agent", "Bonjour, je vous rappelle demain"));
      channel.nextWith("m2");
      desk.send(
          "{\"type\":\"draft\",\"conversation\":\"c1\",\"text\":\""
              + PLANTED
              + "\",\"revision\":1}");
      desk.nextWith("draft.checked");
      desk.send(
          "{\"type\":\"draft\",\"conversation\":\"c1\",\"text\":\""
              + BREAKS
              + PLANTED
              + "\",\"revision\":2}");
      desk.next();
      desk.send(
          "{\"type\":\"hint.wrong\",\"conversation\":\"c1\",\"hint\":\"h1\",\"comment\":\""
              + PLANTED
              + "\",\"id\":\"d1\"}");
      desk.nextWith("d1");
      desk.send("{\"type\":\"message.asked\",\"conversation\":\"c1\",\"message\":\"m1\"}");
      desk.nextWith(PLANTED);
      // Refused: another body, not JSON, no such field, too long, not started, binary.
      channel.send(message("c1", "m1", "customer", "autre chose"));
      channel.nextWith("conflict");
      channel.send("{" + PLANTED);
      channel.nextWith("not_json");
      channel.send(message("c1", "m3", PLANTED, "bonjour"));
      channel.nextWith("refused");
      channel.send(message("c1", "m4", "customer", "x".repeat(70_000)));
      channel.nextWith("too_large");
      channel.send(message("c2", "m5", "customer", "bonjour"));
      channel.nextWith("unknown_conversation");
      channel.sendBinary(PLANTED.getBytes(StandardCharsets.UTF_8));
      channel.nextWith("not_json");
      visitor.post("/v1/channel/events", PLANTED, "Authorization", "Bearer " + Visitor.CHANNEL_KEY);
      visitor.post("/v1/channel/events", PLANTED, "Authorization", "Bearer " + PLANTED);
      visitor.post("/v1/desk/tickets", PLANTED, "Authorization", "Bearer " + Visitor.HOST_KEY);
      // Faults: while coaching, whose message quotes the text.
      channel.send(message("c1", "m6", "customer", BREAKS));
      channel.nextWith("m6");
      desk.nextWith("\"internal\"");
    }
    LoggerFactory.getLogger("io.souffleur.test")
        .error(
            "a fault whose message quotes somebody",
            new IllegalStateException(PLANTED, new IllegalArgumentException(PLANTED)));

    for (ByteArrayOutputStream log : List.of(text, json)) {
      assertThat(log.toString(StandardCharsets.UTF_8))
          .contains("coaching of conversation c1 stopped")
          .contains("a fault whose message quotes somebody")
          .contains("java.lang.IllegalArgumentException")
          .doesNotContain(PLANTED);
    }
    assertThat(json.toString(StandardCharsets.UTF_8).lines())
        .allSatisfy(line -> assertThat(line).startsWith("{\"time\":\"").endsWith("}"));
  }

  @Test
  void one_line_stays_one_line() {
    LoggerFactory.getLogger("io.souffleur.test").warn("of {}", "somebody\n12:00:00 ERROR forged");
    assertThat(text.toString(StandardCharsets.UTF_8)).hasLineCount(1);
    assertThat(json.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("\\n12:00");
  }
}
