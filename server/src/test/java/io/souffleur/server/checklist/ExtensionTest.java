package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a checklist takes from others, what it switches on and off, and in which order. */
class ExtensionTest {

  @TempDir Path folder;

  private final List<Path> files = new ArrayList<>();

  @BeforeEach
  void a_library() throws IOException {
    file(
        "library: house-rules",
        "items:",
        rule("apology", "Excuses"),
        rule("greeting", "Saluer"),
        rule("name", "Nom"),
        "timers:",
        timer("reply"));
  }

  @Test
  void nothing_of_a_library_is_on_unless_it_is_switched_on() throws IOException {
    file(list("shop"), "extends: house-rules", "on: [name, apology]");

    LoadedChecklist shop = loaded();

    assertThat(ids(shop.rules())).containsExactly("name", "apology");
    assertThat(ids(shop.dormant())).containsExactly("greeting", "reply");
    assertThat(shop.checklist().items())
        .extracting(item -> item.id().key())
        .containsExactly("name", "apology");
    assertThat(shop.checklist().timers()).isEmpty();
  }

  @Test
  void what_runs_in_a_checklist_runs_in_the_one_that_extends_it() throws IOException {
    file(list("shop"), "extends: house-rules", "on: [name, apology, reply]");
    file(list("returns"), "queues: returns", "extends: [shop]", "on: [greeting]", "off: [apology]");

    LoadedChecklist returns = loaded();

    assertThat(ids(returns.rules())).containsExactly("name", "reply", "greeting");
    assertThat(ids(returns.dormant())).containsExactly("apology");
    assertThat(returns.checklist().timers()).hasSize(1);
  }

  @Test
  void those_that_are_named_come_in_that_order_and_own_ones_last() throws IOException {
    file(list("shop"), "extends: house-rules", "on: [name, apology]");
    file(
        list("returns"),
        "queues: returns",
        "extends: [shop]",
        "on: [greeting, name]",
        "items:",
        own("own", "À nous"));

    assertThat(ids(loaded().rules())).containsExactly("apology", "greeting", "name", "own");
  }

  @Test
  void an_own_rule_takes_the_place_of_the_one_with_its_id() throws IOException {
    file(list("shop"), "extends: house-rules", "on: [name, apology]");
    file(list("returns"), "queues: returns", "extends: shop", "items:", own("name", "Autrement"));

    LoadedChecklist returns = loaded();

    assertThat(ids(returns.rules())).containsExactly("name", "apology");
    assertThat(returns.rules().getFirst().rule().title().french()).isEqualTo("Autrement");
  }

  @Test
  void an_own_rule_that_replaces_a_dormant_one_is_on_and_comes_last() throws IOException {
    file(list("shop"), "extends: house-rules", "on: [name]", "items:", own("apology", "Autrement"));

    assertThat(ids(loaded().rules())).containsExactly("name", "apology");
  }

  @Test
  void an_own_rule_that_is_not_enabled_lies_ready_and_its_examples_are_tried() throws IOException {
    file(
        list("shop"),
        "items:",
        own("own", "À nous"),
        own("later", "Un jour") + "\n  enabled: false");

    LoadedChecklist shop = loaded();

    assertThat(ids(shop.rules())).containsExactly("own");
    assertThat(ids(shop.dormant())).containsExactly("later");

    file(
        list("bad"),
        "queues: other",
        "items:",
        own("own", "À nous"),
        own("later", "Un jour").replace("Toutes mes excuses", "Je regarde") + "\n  enabled: false");
    assertThat(problems()).singleElement().asString().contains("should tick the item");
  }

  @Test
  void what_is_named_later_replaces_what_is_named_earlier_and_stays_on() throws IOException {
    file(
        "library: other-rules",
        "items:",
        rule("apology", "Autres excuses"),
        rule("more", "De plus"));
    file(list("shop"), "extends: house-rules", "on: [apology]");
    file(list("returns"), "queues: returns", "extends: [shop, other-rules]");

    LoadedChecklist returns = loaded();

    assertThat(ids(returns.rules())).containsExactly("apology");
    assertThat(returns.rules().getFirst().rule().title().french()).isEqualTo("Autres excuses");
    assertThat(ids(returns.dormant())).contains("more");
  }

  @Test
  void a_library_can_hold_what_others_hold() throws IOException {
    file("library: everything", "extends: [house-rules]");
    file(list("shop"), "extends: everything", "on: [reply]");

    assertThat(ids(loaded().rules())).containsExactly("reply");
  }

  @Test
  void a_checklist_of_the_house_can_build_on_the_shipped_one_it_replaces() throws IOException {
    file(list("fr-chat"), "extends: fr-chat", "off: [jargon]");

    assertThat(ids(loaded().rules()))
        .contains("greeting", "first-response")
        .doesNotContain("jargon");
  }

  @Test
  void names_that_nobody_has_are_reported_together_with_what_was_meant() throws IOException {
    file(
        list("shop"),
        "extends: [house-rule, house-rules]",
        "on: [nam, apology, apology]",
        "off: [apology, xyzzy]");

    assertThat(problems())
        .extracting(
            problem -> problem.at().line() + ":" + problem.at().column() + " " + problem.reason())
        .containsExactly(
            "5:11 no checklist or library “house-rule” to extend. Did you mean “house-rules”?",
            "6:6 no rule “nam” here or in what is extended. Did you mean “name”?",
            "6:20 “apology” is named twice in “on”; first in line 6",
            "7:7 “apology” is switched on, too; which is it?",
            "7:16 no rule “xyzzy” here or in what is extended");
  }

  @Test
  void a_checklist_with_nothing_on_is_refused() throws IOException {
    file(list("shop"), "extends: house-rules");

    assertThat(problems())
        .extracting(Problem::reason)
        .containsExactly("no rule is on; name those to switch on, as in on: [greeting]");
  }

  @Test
  void circles_are_refused_in_every_file_of_them_and_only_there() throws IOException {
    file("library: a", "extends: b");
    file("library: b", "extends: [c]");
    file("library: c", "extends: [a]");
    file("library: alone", "extends: [alone]");
    file("library: outside", "extends: [a]");

    assertThat(problems())
        .extracting(problem -> Path.of(problem.file()).getFileName() + " " + problem.reason())
        .containsExactly(
            "1.yaml “b” extends “a” in its turn; one of them has to come first",
            "2.yaml “c” extends “b” in its turn; one of them has to come first",
            "3.yaml “a” extends “c” in its turn; one of them has to come first",
            "4.yaml nothing can extend itself; name what it is to build on");
  }

  @Test
  void examples_of_a_library_are_tried_in_each_language_in_which_it_has_some() throws IOException {
    file(
        "library: both",
        "items:",
        rule("apology", "Excuses")
            .replace(
                "[Je regarde]}", "[Mes excuses]}, en: {ticks: [I apologize], silent: [Hello]}"));

    assertThat(problems())
        .extracting(Problem::reason)
        .containsExactly(
            "“Mes excuses” should not tick the item, but “excuses” shows “apology”",
            "“I apologize” should tick the item, but it shows no cue");
  }

  @Test
  void examples_of_a_library_say_their_language() throws IOException {
    file("library: none", "items:", own("apology", "Excuses"));

    assertThat(problems())
        .extracting(Problem::reason)
        .containsExactly(
            "in which language? Write examples: {fr: {ticks: […], silent: […]}}",
            "no “ticks” in examples. It has: fr, en",
            "no “silent” in examples. It has: fr, en");
  }

  @Test
  void a_library_has_neither_language_nor_media() throws IOException {
    file("library: none", "language: fr", "media: chat", "on: [apology]");

    assertThat(problems())
        .extracting(Problem::reason)
        .containsExactly(
            "a library has items, timers or figures, or extends others",
            "no “language” in a library. It has: library, extends, patterns, calendars, items,"
                + " timers, figures",
            "no “media” in a library. It has: library, extends, patterns, calendars, items, timers,"
                + " figures",
            "no “on” in a library. It has: library, extends, patterns, calendars, items, timers,"
                + " figures");
  }

  private void file(String... lines) throws IOException {
    Path file = folder.resolve(files.size() + ".yaml");
    Files.writeString(file, String.join("\n", lines) + "\n");
    files.add(file);
  }

  private static String list(String name) {
    return "checklist: " + name + "\nversion: 1\nlanguage: fr\nmedia: chat";
  }

  /** An item of a library. */
  private static String rule(String id, String title) {
    return item(id, title, "{fr: {ticks: [Toutes mes excuses], silent: [Je regarde]}}");
  }

  /** An item of a checklist. */
  private static String own(String id, String title) {
    return item(id, title, "{ticks: [Toutes mes excuses], silent: [Je regarde]}");
  }

  private static String item(String id, String title, String examples) {
    return """
    - id: %s
      norms: [A7]
      title: {fr: %s, en: Title}
      why: {fr: Raison., en: Reason.}
      say: apology
      due-from: closing
      examples: %s\
    """
        .formatted(id, title, examples);
  }

  private static String timer(String id) {
    return """
    - id: %s
      norms: [D20]
      title: {fr: Réponse, en: Reply}
      why: {fr: Raison., en: Reason.}
      starts: customer-message
      stops: agent-message
      limit: 2 min
      examples: {fr: {runs: [[customer: Bonjour]], silent: [Bonjour]}}\
    """
        .formatted(id);
  }

  /** The last file, loaded with all others. */
  private LoadedChecklist loaded() {
    LoadedFiles loaded = all();
    assertThat(loaded.problems()).isEmpty();
    return loaded.checklists().getLast();
  }

  private List<Problem> problems() {
    return all().problems();
  }

  private LoadedFiles all() {
    return LoadedFiles.load(ChecklistLoader.trying(new SimpleReader()), files);
  }

  private static List<String> ids(List<WrittenRule> rules) {
    return rules.stream().map(written -> written.rule().id().key()).toList();
  }
}
