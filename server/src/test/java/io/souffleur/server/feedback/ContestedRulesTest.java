package io.souffleur.server.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.audit.AuditReader;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is noted when agents object: which rule and version, and nothing about anybody. */
@Timeout(60)
class ContestedRulesTest {

  private static final String START =
      "{\"type\":\"conversation.started\",\"id\":\"s\",\"conversation\":\"c1\","
          + "\"at\":\"2026-11-22T09:00:00Z\",\"medium\":\"chat\",\"language\":\"fr\","
          + "\"customer\":{\"name\":\"Camille Durand\"},"
          + "\"agent\":{\"key\":\"ines\",\"name\":\"Inès\"}}";
  private static final String MESSAGE =
      "{\"type\":\"message\",\"id\":\"m1\",\"conversation\":\"c1\","
          + "\"at\":\"2026-11-22T09:00:10Z\",\"author\":\"customer\","
          + "\"text\":\"Mon colis est arrivé cassé, c’est inadmissible !\"}";

  @TempDir Path data;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T09:00:11Z"));

  private static void act(TestSocket desk, String type, String id, String rest) throws Exception {
    desk.send(
        "{\"type\":\"%s\",\"conversation\":\"c1\",\"id\":\"%s\",%s}".formatted(type, id, rest));
    desk.nextWith("\"ack\"");
  }

  @Test
  void an_objection_is_noted_once_with_its_rule_and_version_and_without_names() throws Exception {
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel();
        TestSocket desk = house.deskOfInes()) {
      channel.send(START);
      channel.nextWith("\"ack\"");
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
      desk.nextWith("\"snapshot\"");
      channel.send(MESSAGE);
      channel.nextWith("\"ack\"");
      Matcher hint =
          Pattern.compile("\"hint\":\"([^\"]+)\",\"item\":\"apology\"")
              .matcher(desk.nextWith("{\"type\":\"hint\""));
      assertThat(hint.find()).isTrue();
      String wrong = "\"hint\":\"" + hint.group(1) + "\",\"comment\":\"Rien à excuser\"";
      act(desk, "hint.wrong", "d1", wrong);
      act(desk, "hint.wrong", "d1", wrong);
      act(desk, "item.contested", "d2", "\"item\":\"greeting\",\"comment\":\"Déjà dit\"");
      act(desk, "item.contested", "d3", "\"item\":\"greeting\"");
      act(desk, "item.contested", "d4", "\"item\":\"response\"");
      act(desk, "item.contested", "d5", "\"item\":\"nothing-of-ours\"");
      act(desk, "hint.dismissed", "d6", "\"hint\":\"" + hint.group(1) + "\"");
    }

    List<String> noted = new ArrayList<>();
    new AuditReader(data)
        .read(
            deed -> {
              if (Objection.of(deed).isPresent()) {
                noted.add(String.join(" ", deed.who(), deed.what(), deed.about(), deed.outcome()));
              }
            });
    assertThat(noted)
        .containsExactly(
            "desk hint.wrong fr-chat 3 apology done",
            "desk item.contested fr-chat 3 greeting done",
            "desk item.contested fr-chat 3 response done");
  }
}
