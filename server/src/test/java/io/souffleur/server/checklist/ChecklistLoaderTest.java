package io.souffleur.server.checklist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Phrase;
import io.souffleur.server.core.hint.Phrase.Part;
import io.souffleur.server.core.hint.Phrase.Variable;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.HourRange;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Norm;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.rule.Rules;
import io.souffleur.server.core.rule.Words;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.TextPatterns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChecklistLoaderTest {

  private static final ChecklistLoader LOADER = ChecklistLoader.trying(new SimpleReader());

  @Test
  void what_is_written_is_what_runs() throws IOException {
    LoadedChecklist loaded = accepted(shopChat());

    assertThat(loaded.queues()).containsExactlyInAnyOrder("returns", "repairs");
    assertThat(loaded.checklist())
        .isEqualTo(
            new Checklist(
                "shop-chat",
                12,
                Language.FRENCH,
                Set.of(Medium.CHAT, Medium.SOCIAL),
                new Rules(
                    List.of(greeting(), apology(), waitLength(), name(), nameOnce(), jargon()),
                    List.of(response(), announcedWait()),
                    List.of(),
                    List.of()),
                TextPatterns.NONE,
                Calendars.USUAL));
  }

  private static Rule.Item greeting() {
    CueTest cue =
        CueTest.of(Author.AGENT, CueName.GREETING)
            .at(
                Map.of(
                    "evening", new HourRange(LocalTime.of(17, 0), LocalTime.of(5, 0)),
                    "day", new HourRange(LocalTime.of(3, 0), LocalTime.of(19, 0))));
    return new Rule.Item(
        new RuleId("greeting"),
        List.of(new Norm("A3"), new Norm("D27")),
        new Words("Saluer", "Greet the customer"),
        new Words("Un bonjour met à l’aise.", "A greeting puts people at ease."),
        Optional.of(Stage.OPENING),
        Condition.ALWAYS,
        new Applies.Always(),
        Requirement.Say.of(cue, 1, new Due.WithinMessages(0, 1)),
        Optional.empty(),
        2);
  }

  private static Rule.Item apology() {
    Words text = new Words("Elles ouvrent la voie.", "They clear the way.");
    Phrase named =
        new Phrase(
            List.of(
                new Part.Fixed("Toutes mes excuses, "),
                new Part.Filled(Variable.CUSTOMER),
                new Part.Fixed(" ; ce sera fait à "),
                new Part.Filled(Variable.TIME),
                new Part.Fixed(".")));
    Phrase plain = new Phrase(List.of(new Part.Fixed("Toutes mes excuses.")));
    Phrase english =
        new Phrase(List.of(new Part.Filled(Variable.GREETING), new Part.Fixed(", my apologies.")));
    return new Rule.Item(
        new RuleId("apology"),
        List.of(new Norm("A7")),
        new Words("Présenter des excuses", "Apologize"),
        text,
        Optional.empty(),
        Condition.ALWAYS,
        new Applies.Once(
            CueTest.of(Author.CUSTOMER, CueName.DISSATISFACTION, CueName.COMPLAINT), false),
        Requirement.Say.of(
            CueTest.of(Author.AGENT, CueName.APOLOGY),
            1,
            new Due.Within(Duration.ofSeconds(90), Duration.ofMinutes(2))),
        Optional.of(
            new Prompting(
                new Words("Présentez des excuses", "Apologize first"),
                text,
                Map.of(Language.FRENCH, List.of(named, plain), Language.ENGLISH, List.of(english)),
                Optional.of(Severity.PROMPT),
                Optional.of(Severity.NUDGE),
                Duration.ofMinutes(10),
                Duration.ofSeconds(90))),
        1);
  }

  private static Rule.Item waitLength() {
    CueTest valued = CueTest.of(Author.AGENT, CueName.WAIT_NOTICE).withAnyValue();
    return new Rule.Item(
        new RuleId("wait-length"),
        List.of(new Norm("D35")),
        new Words("Annoncer la durée", "Say how long"),
        new Words("Elle paraît plus courte.", "It feels shorter."),
        Optional.empty(),
        Condition.ALWAYS,
        new Applies.Once(CueTest.of(Author.AGENT, CueName.WAIT_NOTICE), true),
        Requirement.Say.of(valued, 1, new Due.WithinMessages(1, 3)),
        Optional.empty(),
        1);
  }

  private static Rule.Item name() {
    return new Rule.Item(
        new RuleId("name"),
        List.of(new Norm("A4")),
        new Words("Employer son nom", "Use their name"),
        new Words("Deux fois.", "Twice."),
        Optional.empty(),
        Condition.ALWAYS,
        new Applies.FromStage(Stage.UNDERSTANDING),
        Requirement.Say.of(
                CueTest.of(Author.AGENT, CueName.CUSTOMER_NAME),
                2,
                new Due.FromStage(Stage.CLOSING))
            .notInARow(3),
        Optional.empty(),
        1);
  }

  private static Rule.Item nameOnce() {
    Words once = new Words("Une fois.", "Once.");
    Part.Filled customer = new Part.Filled(Variable.CUSTOMER);
    return new Rule.Item(
        new RuleId("name-once"),
        List.of(new Norm("A4")),
        new Words("Dire son nom", "Say their name"),
        once,
        Optional.empty(),
        new Condition.CustomerNamed(),
        new Applies.Always(),
        Requirement.Say.of(
            CueTest.of(Author.AGENT, CueName.CUSTOMER_NAME), 1, new Due.FromStage(Stage.CLOSING)),
        Optional.of(
            new Prompting(
                new Words("Dites son nom", "Say their name"),
                once,
                Map.of(
                    Language.FRENCH,
                    List.of(new Phrase(List.of(new Part.Fixed("Bonjour "), customer))),
                    Language.ENGLISH,
                    List.of(new Phrase(List.of(new Part.Fixed("Hello "), customer)))),
                Optional.of(Severity.NUDGE),
                Optional.empty(),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5))),
        1);
  }

  private static Rule.Item jargon() {
    return new Rule.Item(
        new RuleId("jargon"),
        List.of(new Norm("D33")),
        new Words("Parler simplement", "Use plain words"),
        new Words("Pour tout le monde.", "For everyone."),
        Optional.empty(),
        Condition.ALWAYS,
        new Applies.Always(),
        Requirement.Avoid.never(CueTest.of(Author.AGENT, CueName.JARGON)),
        Optional.empty(),
        1);
  }

  private static Rule.Timer response() {
    return new Rule.Timer(
        new RuleId("response"),
        List.of(new Norm("D20")),
        new Words("Réponse attendue", "Reply due"),
        new Words("Attendre inquiète.", "Waiting worries people."),
        Condition.ALWAYS,
        List.of(new Moment.MessageBy(Author.CUSTOMER), new Moment.ConversationStarted()),
        List.of(new Moment.MessageBy(Author.AGENT)),
        new Limit.Fixed(Duration.ofMinutes(90)),
        0.5,
        Set.of(),
        Optional.empty());
  }

  private static Rule.Timer announcedWait() {
    CueTest valued = CueTest.of(Author.AGENT, CueName.WAIT_NOTICE).withAnyValue();
    return new Rule.Timer(
        new RuleId("announced-wait"),
        List.of(new Norm("D35")),
        new Words("Attente annoncée", "Announced wait"),
        new Words("Une promesse.", "A promise."),
        Condition.ALWAYS,
        List.of(new Moment.Heard(valued)),
        List.of(new Moment.MessageBy(Author.AGENT), new Moment.Happens(Occurrence.RESUMED)),
        new Limit.Announced(Duration.ofSeconds(30)),
        0.75,
        Set.of(),
        Optional.empty());
  }

  @Test
  void a_file_that_is_not_there_is_a_problem_of_that_file() {
    assertThat(LOADER.load(Path.of("no-such-file.yaml")))
        .isEqualTo(
            new Loading.Refused(
                List.of(
                    new Problem(
                        "no-such-file.yaml",
                        Place.START,
                        "the file can’t be read: there is none of this name"))));
  }

  @Test
  void text_that_is_not_utf_8_is_refused_where_it_begins() {
    assertThat(problems("checklist: a\n# é, à".getBytes(ISO_8859_1)))
        .containsExactly("f:2:3: not UTF-8 from here on; save the file as UTF-8");
  }

  @Test
  void a_file_of_more_than_a_mebibyte_is_not_looked_at() {
    assertThat(problems(new byte[RuleFileReader.LONGEST + 1]))
        .containsExactly("f:1:1: the file is longer than 1048576 bytes (1 MiB)");
  }

  @Test
  @Timeout(60)
  void nesting_without_end_is_refused_where_it_gets_too_deep() {
    assertThat(problems("[".repeat(1 << 20).getBytes(UTF_8)))
        .containsExactly("f:1:18: nested too deep: at most 16 levels");
    assertThat(problems("- ".repeat(1 << 19).getBytes(UTF_8)))
        .containsExactly("f:1:35: nested too deep: at most 16 levels");
    assertThat(problems("{a: ".repeat(1 << 18).getBytes(UTF_8)))
        .containsExactly("f:1:66: nested too deep: at most 16 levels");
  }

  @Test
  @Timeout(60)
  void a_bomb_of_references_does_not_go_off() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol]\n");
    for (int i = 1; i < 60; i++) {
      String last = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s, %s, %s]\n".formatted(i, i, last, last, last));
    }
    assertThat(problems(bomb.toString().getBytes(UTF_8)))
        .containsExactly("f:1:5: no anchors (&a0) here");
  }

  @Test
  @Timeout(60)
  void a_file_with_nothing_but_mistakes_is_read_in_one_go_and_reported_in_part() {
    String mistakes = "checklist: a\n" + "x: y\n".repeat(200_000);

    assertThat(problems(mistakes.getBytes(UTF_8)))
        .hasSize(200)
        .first()
        .isEqualTo("f:1:1: a checklist has items, timers or figures, or extends others");
  }

  @Test
  void a_reason_stays_on_its_line_whatever_was_written() {
    assertThat(problems("\"a\\n\\u2028\\uD800b\": c".getBytes(UTF_8)))
        .allSatisfy(problem -> assertThat(problem).matches("f:[0-9]+:[0-9]+: .*"));
  }

  private static List<String> problems(byte[] content) {
    return switch (LOADER.load("f", content)) {
      case Loading.Refused(List<Problem> problems) ->
          problems.stream().map(Problem::toString).toList();
      case Loading.Accepted accepted -> throw new AssertionError("accepted");
      case Loading.AcceptedLibrary accepted -> throw new AssertionError("a library");
    };
  }

  private static LoadedChecklist accepted(byte[] content) {
    return switch (LOADER.load("shop-chat.yaml", content)) {
      case Loading.Accepted(LoadedChecklist checklist) -> checklist;
      case Loading.AcceptedLibrary accepted -> throw new AssertionError("a library");
      case Loading.Refused(List<Problem> problems) -> throw new AssertionError(problems);
    };
  }

  static byte[] shopChat() throws IOException {
    try (InputStream in =
        ChecklistLoaderTest.class.getResourceAsStream("/checklists/accepted/shop-chat.yaml")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @Test
  void a_control_character_is_told_where_it_stands() {
    byte[] file = "checklist: shop\r\nversion: 1\nlanguage: é😀\u0007\n".getBytes(UTF_8);

    Loading loading = ChecklistLoader.trying(new SimpleReader()).load("f", file);

    assertThat(((Loading.Refused) loading).problems())
        .extracting(Problem::toString)
        .containsExactly("f:3:13: a control character; remove it");
  }
}
