package io.souffleur.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.config.KeyDigest;
import io.souffleur.server.testing.SelfSigned;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
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

  @TempDir Path folder;

  /** What a command did. */
  private record Ran(int code, String out, String err) {}

  private Ran run(String in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new Console(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                out,
                err,
                folder,
                false),
            arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

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
  void what_was_kept_goes_into_a_file_and_back() throws Exception {
    write(
        "souffleur.yaml",
        """
        data: data
        channels:
          - {name: chat, key: 0123456789abcdef}
        storage: {kind: sqlite, reserve: 0}
        """);
    Ran early = run("", "backup", "--config", "souffleur.yaml", "kept.db");
    assertThat(early.code()).isEqualTo(2);
    assertThat(early.err()).startsWith("souffleur backup: ").contains("journal.db isn't there");

    Ran hold = run("", "hold", "--config", "souffleur.yaml", "--customer", "k-1");
    assertThat(hold.code()).as(hold.err()).isZero();
    assertThat(hold.out()).startsWith("placed hold ");
    assertThat(run("", "hold", "--config", "souffleur.yaml").out())
        .contains("\tcommand\tcustomer\tk-1");
    Ran erase = run("", "erase", "--config", "souffleur.yaml", "--customer", "k-1");
    assertThat(erase.code()).isEqualTo(2);
    assertThat(erase.err()).contains("there is a hold on it, placed by command");
    String id = hold.out().replaceFirst("placed hold ", "").strip();
    assertThat(run("", "hold", "--config", "souffleur.yaml", "--lift", id).code()).isZero();
    assertThat(run("", "hold", "--config", "souffleur.yaml", "--lift", id).code()).isEqualTo(2);
    assertThat(run("", "erase", "--config", "souffleur.yaml", "--customer", "k-1").out())
        .startsWith("erased 0 conversations at ");
    assertThat(run("", "audit", "--config", "souffleur.yaml").out())
        .contains("\tcommand\thold.placed\t" + id + "\tdone")
        .contains("\tcommand\tconversation.erased\t" + id + "\theld");
    assertThat(run("", "audit", "--verify", "--config", "souffleur.yaml").out())
        .contains("the audit is whole up to row 4");
    assertThat(run("", "import", "--config", "souffleur.yaml", "none.json").err())
        .contains("none.json isn't there");
    Ran backup = run("", "backup", "--config", "souffleur.yaml", "kept.db");
    assertThat(backup.code()).as(backup.err()).isZero();
    assertThat(backup.out())
        .contains("kept.db has journal 0")
        .contains("its texts open only with keys.db and the master key, which are not in it");
    Ran beside = run("", "backup", "--config", "souffleur.yaml", "x.db", "--keys", "keys.db");
    assertThat(beside.err()).contains("choose another folder for --keys");
    Files.createDirectories(folder.resolve("safe"));
    Ran apart = run("", "backup", "--config", "souffleur.yaml", "x.db", "--keys", "safe/keys.db");
    assertThat(apart.code()).as(apart.err()).isZero();
    assertThat(folder.resolve("safe/keys.db")).isNotEmptyFile();

    Ran restore = run("", "restore", "--config", "souffleur.yaml", "kept.db");
    assertThat(restore.code()).as(restore.err()).isZero();
    assertThat(restore.out()).contains("restored from kept.db: journal 0");
    assertThat(run("", "restore", "--config", "none.yaml", "kept.db").code()).isEqualTo(2);
  }

  private static final String HOUSE =
      "data: %s\nchannels:\n  - {name: chat, key: 0123456789abcdef}\nprivacy:\n  masterKey: %s\n";
  private static final String A_KEY = "c291ZmZsZXVyIHNvdWZmbGV1ciBzb3VmZmxldXIgISE=";
  private static final String ANOTHER_KEY = "U291ZmZsZXVyIHNvdWZmbGV1ciBzb3VmZmxldXIgISE=";

  @Test
  void with_other_keys_nothing_is_restored() throws Exception {
    write("first.yaml", HOUSE.formatted("first", A_KEY));
    assertThat(run("", "hold", "--config", "first.yaml", "--customer", "k-1").code()).isZero();
    Files.createDirectories(folder.resolve("safe"));
    Ran backup = run("", "backup", "--config", "first.yaml", "kept.db", "--keys", "safe/keys.db");
    assertThat(backup.code()).as(backup.err()).isZero();

    Files.createDirectories(folder.resolve("second"));
    Files.copy(folder.resolve("safe/keys.db"), folder.resolve("second/keys.db"));
    write("second.yaml", HOUSE.formatted("second", ANOTHER_KEY));
    Ran wrong = run("", "restore", "--config", "second.yaml", "kept.db");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err()).contains("keys.db was written with another master key");

    write("third.yaml", HOUSE.formatted("second", A_KEY).replaceFirst("(?s)privacy.*", ""));
    Ran without = run("", "restore", "--config", "third.yaml", "kept.db");
    assertThat(without.err()).contains("there is keys.db and no master key: put ");
    assertThat(folder.resolve("second/master.key")).doesNotExist();

    write("second.yaml", HOUSE.formatted("second", A_KEY));
    Ran right = run("", "restore", "--config", "second.yaml", "kept.db");
    assertThat(right.code()).as(right.err()).isZero();
  }

  @Test
  void a_backup_that_has_no_place_says_so() throws Exception {
    write("souffleur.yaml", HOUSE.formatted("data", A_KEY));
    assertThat(run("", "hold", "--config", "souffleur.yaml", "--customer", "k-1").code()).isZero();
    assertThat(run("", "backup", "--config", "souffleur.yaml", "no/kept.db").err())
        .endsWith("kept.db.part isn't there, or the folder for it isn't\n");
    assertThat(
            run("", "backup", "--config", "souffleur.yaml", "x.db", "--keys", "no/keys.db").err())
        .endsWith("keys.db isn't there, or the folder for it isn't\n");
    assertThat(
            run("", "backup", "--config", "souffleur.yaml", "x.db", "--keys", "no/../keys.db")
                .err())
        .contains("choose another folder for --keys");
    assertThat(folder.resolve("x.db")).doesNotExist();
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
  void wrong_settings_are_told_with_every_error() throws Exception {
    write("souffleur.yaml", "port: none\ncolour: blue\n");
    Ran ran = run("", "run", "--config", "souffleur.yaml");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).matches(".*souffleur\\.yaml:\\d+:\\d+: .+"));
    assertThat(run("", "run", "--config", "nowhere.yaml").code()).isEqualTo(2);
  }

  @Test
  void who_lets_others_in_without_tls_is_warned() throws Exception {
    String house = "host: 0.0.0.0\ndata: d\nchannels:\n  - {name: chat, key: 0123456789abcdef}\n";
    write("open.yaml", house + "insecure: true\n");
    assertThat(run("", "check-config", "open.yaml").err()).contains("insecure: true: what people");
    write("proxied.yaml", house + "insecure: true\nproxy: {trusted: [127.0.0.1]}\n");
    assertThat(run("", "check-config", "proxied.yaml").err()).doesNotContain("insecure");
  }

  @Test
  void what_can_be_used_and_ought_to_be_different_is_said() throws Exception {
    String house = HOUSE.formatted("data", A_KEY);
    write("near.yaml", house + "host: 0.0.0.0\nproxy: {trusted: [127.0.0.1]}\n");
    assertThat(run("", "check-config", "near.yaml").err())
        .contains("other machines reach 0.0.0.0 without TLS, past the proxy on this machine");
    write("far.yaml", house + "host: 0.0.0.0\nproxy: {trusted: [127.0.0.1, 10.0.0.7]}\n");
    assertThat(run("", "check-config", "far.yaml").err()).doesNotContain("past the proxy");
    write(
        "base.yaml",
        house
            + "storage:\n  {kind: postgresql, url: 'jdbc:postgresql://db.example.org/s', user: u,"
            + " password: p}\n");
    assertThat(run("", "check-config", "base.yaml").err()).contains("sslmode=verify-full");
  }

  @Test
  void a_certificate_and_the_key_of_another_are_a_mistake() throws Exception {
    SelfSigned one = SelfSigned.in(folder, "one", "EC");
    SelfSigned other = SelfSigned.in(folder, "other", "EC");
    write(
        "souffleur.yaml",
        HOUSE.formatted("data", A_KEY)
            + "tls: {certificate: %s, key: %s}\n".formatted(one.certificate(), other.key()));
    Ran ran = run("", "check-config", "souffleur.yaml");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "souffleur.yaml: %s is not the key of the first certificate in %s%n"
                .formatted(other.key(), one.certificate()));
  }

  @Test
  void a_demo_and_a_house_keep_apart() throws Exception {
    write("souffleur.yaml", HOUSE.formatted("house", A_KEY));
    assertThat(run("", "hold", "--config", "souffleur.yaml", "--customer", "k-1").code()).isZero();
    Ran demo = run("", "demo", "--port", "0", "--data", "house");
    assertThat(demo.code()).isEqualTo(2);
    assertThat(demo.err()).contains("house is not a demo's: its accounts would stand beside");

    Files.createDirectories(folder.resolve("tried"));
    write("tried/this-is-a-demo", "");
    write("souffleur.yaml", HOUSE.formatted("tried", A_KEY));
    Ran house = run("", "run", "--config", "souffleur.yaml");
    assertThat(house.code()).isEqualTo(2);
    assertThat(house.err()).contains("tried is a demo's: its accounts are for trying");
  }

  @Test
  void what_is_made_is_for_its_owner_alone() throws Exception {
    write("souffleur.yaml", HOUSE.formatted("data", A_KEY));
    assertThat(run("", "hold", "--config", "souffleur.yaml", "--customer", "k-1").code()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
        .isEqualTo("rwx------");
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
