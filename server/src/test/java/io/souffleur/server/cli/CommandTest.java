package io.souffleur.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.config.KeyDigest;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest extends Shell {
  private static final String START =
      """
      {"type":"conversation.started","id":"s","conversation":"c1","at":"2026-11-22T09:00:00Z",\
      "medium":"chat","language":"fr","customer":{"name":"Camille Durand"}}
      """;
  private static final String GREETING =
      """
      {"type":"message","id":"m1","conversation":"c1","at":"2026-11-22T09:00:20Z",\
      "author":"agent","text":"Bonjour Madame Durand, comment puis-je vous aider ?"}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "run",
        "backup",
        "restore",
        "erase",
        "hold",
        "import",
        "audit",
        "feedback",
        "replay",
        "check-rules",
        "evaluate"
      })
  void every_command_has_help(String command) {
    Ran ran = run("", command, "--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Usage: souffleur " + command);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void a_key_is_made_with_the_digest_that_stands_for_it() {
    List<String> lines = run("", "key").out().lines().toList();
    String key = lines.get(0).replaceFirst("key: +", "");
    assertThat(key).hasSize(43);
    assertThat(lines.get(1)).endsWith(KeyDigest.of(key).toString());
    assertThat(run("", "key").out()).doesNotContain(key);
  }

  @Test
  void without_a_command_the_usage_is_shown() {
    Ran ran = run("");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("replay").contains("check-rules");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void an_unknown_command_or_option_is_unusable() {
    assertThat(run("", "sing").code()).isEqualTo(2);
    assertThat(run("", "replay", "--loud", "x").code()).isEqualTo(2);
    assertThat(run("", "demo", "--port", "many").code()).isEqualTo(2);
    Ran ran = run("", "demo", "--port", "70000");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--port").contains("70000");
  }

  @Test
  void words_of_the_house_count_in_a_replay() throws Exception {
    Files.createDirectory(folder.resolve("words"));
    write("words/products.txt", "Souffleur Duo\n");
    write("chat.jsonl", START + GREETING.replace("comment", "votre souffleur duo, comment"));
    assertThat(run("", "replay", "--only", "cues", "chat.jsonl").out())
        .doesNotContain("product-name");
    assertThat(run("", "replay", "--lexicons", "words", "--only", "cues", "chat.jsonl").out())
        .contains("\"value\":\"Souffleur Duo\"");
  }

  @Test
  void a_mistake_in_the_words_of_the_house_is_told_with_its_line() throws Exception {
    Files.createDirectory(folder.resolve("words"));
    write("words/jargon.txt", "(open\n");
    write("chat.jsonl", START);
    Ran ran = run("", "replay", "--lexicons", "words", "chat.jsonl");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("jargon.txt:1: ");
    assertThat(run("", "check-rules", "--lexicons", "nowhere", "chat.jsonl").err())
        .contains("nowhere:1: there is no such folder");
  }

  @Test
  void a_replay_writes_updates_as_json_lines() throws Exception {
    write("a.jsonl", START + GREETING);
    Ran ran = run("", "replay", "a.jsonl");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines())
        .allSatisfy(line -> assertThat(line).startsWith("{\"type\":\"").endsWith("}"))
        .anySatisfy(line -> assertThat(line).contains("\"item\":\"greeting\",\"state\":\"done\""));
    assertThat(run("", "replay", "a.jsonl").out()).isEqualTo(ran.out());
  }

  @Test
  void a_replay_reads_standard_input_and_several_files_as_one() throws Exception {
    write("a.jsonl", START);
    write("b.jsonl", GREETING);
    String whole = run(START + GREETING, "replay", "-").out();
    assertThat(whole).isNotEmpty();
    assertThat(run("", "replay", "a.jsonl", "b.jsonl").out()).isEqualTo(whole);
  }

  @Test
  void only_some_types_keep_their_numbers() {
    String whole = run(START + GREETING, "replay", "-").out();
    Ran ran = run(START + GREETING, "replay", "--only", "cues,timer", "-");
    assertThat(ran.out().lines().toList())
        .isNotEmpty()
        .isEqualTo(
            whole
                .lines()
                .filter(
                    line ->
                        line.startsWith("{\"type\":\"cues\"")
                            || line.startsWith("{\"type\":\"timer\""))
                .toList());
  }

  @Test
  void a_line_that_cant_be_read_is_reported_and_skipped() throws Exception {
    write("a.jsonl", START + "nonsense\n" + GREETING);
    Ran ran = run("", "replay", "a.jsonl");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).startsWith("a.jsonl:2: ").hasLineCount(1);
    assertThat(ran.out()).isEqualTo(run(START + GREETING, "replay", "-").out());
  }

  @Test
  void input_that_is_not_there_is_unusable() {
    Ran missing = run("", "replay", "nowhere.jsonl");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).startsWith("nowhere.jsonl:1: ").hasLineCount(1);
    assertThat(run("", "replay", ".").code()).isEqualTo(2);
    assertThat(run("", "replay", "--checklist", "klingon", "-").err())
        .contains("klingon")
        .contains("fr-chat");
    Ran type = run("", "replay", "--only", "cue", "-");
    assertThat(type.code()).isEqualTo(2);
    assertThat(type.err()).contains("\"cue\"").contains("hint.withdrawn");
  }

  @Test
  void a_checklist_is_taken_by_name() {
    Ran ran = run(START + GREETING, "replay", "--checklist", "en-chat", "--only", "item", "-");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("\"checklist\":\"en-chat\"").doesNotContain("fr-chat");
  }

  private static final String LABELLED =
      """
      {"id":"l1","language":"fr","customer":{"name":"Camille Durand"},\
      "annotated":{"agent":["greet"],"customer":["thanks"]},"turns":[\
      {"role":"customer","text":"Mon colis n'est pas arrivé.","labels":[]},\
      {"role":"agent","text":"Bonjour Madame Durand.","labels":["greet"]},\
      {"role":"customer","text":"Je vous remercie","labels":["thanks"]},\
      {"role":"customer","text":"Voilà mon numéro.","labels":["thanks"]}]}
      """;

  @Test
  void cues_are_measured_on_labelled_conversations() throws Exception {
    write("l.jsonl", LABELLED);
    Ran ran = run("", "evaluate", "l.jsonl");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("customer thanks fr, missed: 1")
        .contains("l.jsonl:1 turn 4: “Voilà mon numéro.” · found nothing");
    assertThat(run("", "evaluate", "--no-list", "l.jsonl").out()).doesNotContain("turn 4");
    assertThat(run("", "evaluate", "--json", "l.jsonl").out())
        .startsWith("{\"conversations\":1,")
        .hasLineCount(1);
  }

  @Test
  void goals_that_are_not_reached_are_a_failure() {
    assertThat(run(LABELLED, "evaluate", "--at-least", "greet=0.95,thanks=0.6", "-").code())
        .isZero();
    Ran ran = run(LABELLED, "evaluate", "--at-least", "thanks=0.7,apology=0.5", "-");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err().lines())
        .containsExactly(
            "thanks, customer, fr: F1 0.667 is below the goal 0.700",
            "apology: no message is labelled with it, so the goal can't be reached");
  }

  @Test
  void labels_and_options_nobody_knows_are_unusable() throws Exception {
    write("l.jsonl", LABELLED);
    assertThat(run("", "evaluate", "nowhere.jsonl").code()).isEqualTo(2);
    assertThat(run("", "evaluate", "--only", "politeness", "l.jsonl").err())
        .contains("“politeness”")
        .contains("--group");
    assertThat(run("", "evaluate", "--at-least", "thanks=95", "l.jsonl").code()).isEqualTo(2);
    assertThat(run("", "evaluate", "--group", "polite=thnks", "l.jsonl").err())
        .contains("polite")
        .contains("thnks");
    assertThat(run("nonsense", "evaluate", "-").code()).isEqualTo(2);
    Ran half = run(LABELLED + "nonsense\n", "evaluate", "--no-list", "-");
    assertThat(half.code()).isEqualTo(1);
    assertThat(half.err()).startsWith("-:2: ").hasLineCount(1);
    assertThat(half.out()).isEqualTo(run("", "evaluate", "--no-list", "l.jsonl").out());
  }

  @Test
  void labelled_conversations_can_be_replayed() {
    Ran events = run(LABELLED, "evaluate", "--events", "-");
    assertThat(events.code()).isZero();
    Ran ran = run(events.out(), "replay", "--only", "item,summary", "-");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("\"item\":\"greeting\",\"state\":\"done\"")
        .contains("{\"type\":\"summary\"");
  }

  @Test
  void the_price_of_a_checklist_is_told_on_standard_error() throws Exception {
    Ran ran = run(START + GREETING, "replay", "--only", "summary", "--totals", "-");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .startsWith("1 conversations; prompts in each: median 0, mean 0.00, most 0")
        .element(1)
        .asString()
        .matches("rule +severity +shown +satisfied +expired +said next anyway");
  }

  @Test
  void how_conversations_went_is_told_on_standard_error() throws Exception {
    Ran ran = run(START + GREETING, "replay", "--only", "summary", "--service", "-");
    assertThat(ran.code()).isZero();
    assertThat(ran.err().lines())
        .startsWith("0 conversations ended; settled: -; at the first contact: -")
        .element(1)
        .asString()
        .matches("reason +medium +conversations +settled +ended unhappy +mean length");
  }

  @Test
  void check_rules_prints_the_schema_of_its_files_for_an_editor() {
    Ran ran = run("", "check-rules", "--schema");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("{").contains("\"$defs\"").contains("\"wait-notice\"");
    assertThat(run("", "check-rules").code()).isEqualTo(2);
  }

  @Test
  void wrong_checklists_are_told_with_every_error() throws Exception {
    write("bad.yaml", "checklist: X\nlanguage: martian\nitems: nothing\n");
    Ran ran = run("", "check-rules", "bad.yaml");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .hasSizeGreaterThan(1)
        .allSatisfy(line -> assertThat(line).matches(".*bad\\.yaml:\\d+:\\d+: .+"));
    assertThat(run("", "replay", "--checklist", "bad.yaml", "-").code()).isEqualTo(2);
    assertThat(run("", "check-rules", "nowhere.yaml").code()).isEqualTo(2);
  }

  @Test
  void the_list_of_commands_has_whole_sentences() {
    String list =
        run("").err().replaceFirst("(?s).*Commands:\n", "").replaceFirst("(?s)Exit.*", "");
    assertThat(list.strip().split("\n(?=  [a-z])"))
        .hasSizeGreaterThan(10)
        .allSatisfy(command -> assertThat(command.strip()).endsWith("."));
  }
}
