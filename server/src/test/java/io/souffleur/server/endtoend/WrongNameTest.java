package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.lines.Source;
import io.souffleur.server.nlp.CueReader;
import io.souffleur.server.replay.Replay;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.DeskRequest;
import io.souffleur.wire.json.DeskCodec;
import io.souffleur.wire.json.UpdateCodec;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inès talks to Camille Durand, and meanwhile to others. */
class WrongNameTest {
  private static final String HERE = "here";
  private static final String START = "2026-11-23T09:00:00Z";

  @TempDir Path folder;

  private final TestClock clock = new TestClock(Instant.parse(START));
  private final List<String> told = new ArrayList<>();
  private House house;
  private TestSocket channel;
  private TestSocket desk;

  @BeforeEach
  void open() throws Exception {
    Path checklists = Files.createDirectories(folder.resolve("checklists"));
    for (String language : List.of("fr", "en")) {
      Files.writeString(
          checklists.resolve(language + "-names.yaml"),
          """
          checklist: %s-names
          version: 1
          language: %s
          media: [chat]
          extends: norms-wording
          on: [wrong-name]
          """
              .formatted(language, language));
    }
    openHouse();
  }

  private void openHouse() throws Exception {
    house = House.open(folder.resolve("data"), clock, folder.resolve("checklists"));
    channel = house.channel();
    desk = house.deskOfInes();
    desk.nextWith("attention");
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
    channel.close();
    house.close();
  }

  private void tell(String event) throws Exception {
    told.add(event);
    channel.send(event);
    channel.nextWith("\"ack\"");
  }

  private void starts(String conversation, String language, String customer, String agent)
      throws Exception {
    String[] names = customer.split(" ", 2);
    tell(
        """
        {"type":"conversation.started","id":"start","conversation":"%s","at":"%s",\
        "medium":"chat","language":"%s","customer":{"firstName":"%s","lastName":"%s"},\
        "agent":{"key":"%s","name":"Inès Morel"}}\
        """
            .formatted(conversation, START, language, names[0], names[1], agent));
  }

  private void watches(String conversation) throws Exception {
    desk.send("{\"type\":\"watch\",\"conversation\":\"" + conversation + "\"}");
    desk.nextWith("\"snapshot\"");
  }

  private void says(String id, String text) throws Exception {
    tell(
        """
        {"type":"message","id":"%s","conversation":"here","at":"%s","author":"agent",\
        "text":"%s"}\
        """
            .formatted(id, START, text));
  }

  /** What was seen of wrong names in the next message. */
  private List<String> wrong() throws Exception {
    return wrong(desk.nextWith("{\"type\":\"cues\""));
  }

  private static List<String> wrong(String update) throws Exception {
    return ((CoachingUpdate.Cues) UpdateCodec.decode(update))
        .cues().stream()
            .filter(cue -> cue.cue().equals("wrong-name"))
            .map(cue -> cue.text() + " = " + cue.value().orElse(""))
            .toList();
  }

  private List<DeskReply.Finding> drafted(String text) throws Exception {
    desk.send(
        DeskCodec.encode((DeskRequest) new DeskRequest.Draft(new ConversationKey(HERE), text, 1)));
    return ((DeskReply.DraftChecked) DeskCodec.decodeReply(desk.nextWith("draft.checked")))
        .findings().stream().filter(finding -> finding.cue().equals("wrong-name")).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | Bonjour Nadia, je regarde. | Nom d’un autre de vos clients | Bonjour Camille, je"
            + " regarde.",
        "en | Hi Nadia, let me check. | Name of another of your customers | Hi Camille, let me"
            + " check."
      })
  void another_customers_name_is_told_before_it_is_sent_and_after(
      String language, String text, String why, String mended) throws Exception {
    starts(HERE, language, "Camille Durand", "ines");
    starts("there", language, "Nadia Benali", "ines");
    watches(HERE);
    DeskReply.Finding finding = drafted(text).getFirst();
    assertThat(finding.text()).isEqualTo(why);
    assertThat(finding.severity()).isEqualTo(io.souffleur.wire.Severity.URGENT);
    assertThat(
            text.substring(0, finding.start())
                + finding.replacements().getFirst()
                + text.substring(finding.end()))
        .isEqualTo(mended);
    says("m1", text);
    assertThat(wrong()).containsExactly("Nadia = nadia");
    assertThat(desk.nextWith("{\"type\":\"item\""))
        .contains("\"item\":\"wrong-name\",\"state\":\"missed\"");
    assertThat(desk.nextWith("{\"type\":\"hint\"")).contains("\"severity\":\"prompt\"");
    assertThat(drafted(mended)).isEmpty();
  }

  @Test
  void a_name_that_both_have_or_that_is_theirs_is_right() throws Exception {
    starts(HERE, "fr", "Camille Durand", "ines");
    starts("there", "fr", "Camille Benali", "ines");
    watches(HERE);
    assertThat(drafted("Bonjour Camille, je regarde.")).isEmpty();
    assertThat(drafted("Merci Mme Durand.")).isEmpty();
    assertThat(drafted("Merci Mme Benali.")).hasSize(1);
    says("m1", "Bonjour Camille, je regarde.");
    assertThat(wrong()).isEmpty();
  }

  @Test
  void only_customers_of_the_same_agent_count_and_only_while_they_are_there() throws Exception {
    starts(HERE, "fr", "Camille Durand", "ines");
    starts("there", "fr", "Nadia Benali", "marc");
    watches(HERE);
    assertThat(drafted("Bonjour Nadia, je regarde.")).isEmpty();
    tell(
        """
        {"type":"agent.assigned","id":"a1","conversation":"there","at":"%s",\
        "agent":{"key":"ines","name":"Inès Morel"},"previous":"marc"}\
        """
            .formatted(START));
    assertThat(drafted("Bonjour Nadia, je regarde.")).hasSize(1);
    tell(
        """
        {"type":"conversation.ended","id":"e1","conversation":"there","at":"%s"}\
        """
            .formatted(START));
    assertThat(drafted("Bonjour Nadia, je regarde.")).isEmpty();
  }

  @Test
  void where_nobody_knows_who_is_here_no_name_is_wrong() throws Exception {
    tell(
        """
        {"type":"conversation.started","id":"start","conversation":"here","at":"%s",\
        "medium":"chat","language":"fr","customer":{},\
        "agent":{"key":"ines","name":"Inès Morel"}}\
        """
            .formatted(START));
    starts("there", "fr", "Nadia Benali", "ines");
    watches(HERE);
    assertThat(drafted("Bonjour Nadia, je regarde.")).isEmpty();
  }

  @Test
  void a_replay_sees_the_same() throws Exception {
    starts(HERE, "fr", "Camille Durand", "ines");
    starts("there", "fr", "Nadia Benali", "ines");
    watches(HERE);
    says("m1", "Bonjour Nadia, je regarde.");
    String live = desk.nextWith("{\"type\":\"cues\"");
    assertThat(wrong(live)).hasSize(1);
    assertThat(replayed()).contains(live);
  }

  @Test
  void a_restart_keeps_what_was_seen_although_the_other_has_left_since() throws Exception {
    starts(HERE, "fr", "Camille Durand", "ines");
    starts("there", "fr", "Nadia Benali", "ines");
    says("m1", "Bonjour Nadia, je regarde.");
    tell(
        """
        {"type":"conversation.ended","id":"e1","conversation":"there","at":"%s"}\
        """
            .formatted(START));
    close();
    openHouse();
    desk.send("{\"type\":\"watch\",\"conversation\":\"here\"}");
    assertThat(desk.nextWith("\"snapshot\""))
        .contains("\"item\":\"wrong-name\",\"state\":\"missed\"")
        .contains("{\"message\":\"m1\",\"start\":8,\"end\":13}");
  }

  @Test
  void a_restart_sees_no_wrong_name_where_none_was_seen() throws Exception {
    starts(HERE, "fr", "Camille Durand", "ines");
    says("m1", "Bonjour Nadia, je regarde.");
    starts("there", "fr", "Nadia Benali", "ines");
    close();
    openHouse();
    watches(HERE);
    says("m2", "Nadia, je regarde.");
    assertThat(wrong()).containsExactly("Nadia = nadia");
    assertThat(desk.nextWith("{\"type\":\"item\""))
        .contains("{\"message\":\"m2\",\"start\":0,\"end\":5}")
        .doesNotContain("\"m1\"");
  }

  private List<String> replayed() throws Exception {
    CueReader reader = CueReader.shipped();
    Coaching coaching =
        new Coaching(
            new Coach(
                ChecklistLibrary.withHouse(folder.resolve("checklists"), Language.FRENCH, reader)),
            reader,
            Optional.empty());
    StringWriter out = new StringWriter();
    Replay.run(
        coaching,
        List.of(
            new Source(
                "told",
                new ByteArrayInputStream(
                    String.join("\n", told).getBytes(StandardCharsets.UTF_8)))),
        Set.of(),
        out,
        new PrintWriter(new StringWriter()),
        false);
    return out.toString().lines().toList();
  }
}
