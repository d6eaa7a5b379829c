package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Checklists;
import io.souffleur.server.core.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecklistLibraryTest {

  private static final String LIST =
      """
      checklist: NAME
      version: 1
      language: fr
      media: MEDIA
      items:
        - id: apology
          norms: [A7]
          title: {fr: Présenter des excuses, en: Apologize}
          why: {fr: Elles ouvrent la voie., en: They clear the way.}
          say: apology
          due-from: closing
          examples: {ticks: [Toutes mes excuses], silent: [Je regarde]}
      """;

  @TempDir Path folder;

  @Test
  void the_checklist_of_the_house_goes_before_the_shipped_one() throws Exception {
    write("own.yaml", "own-chat", "chat");

    ChecklistLibrary library = library();

    assertThat(chosen(library, Medium.CHAT, Optional.empty())).contains("own-chat");
    assertThat(chosen(library, Medium.SOCIAL, Optional.empty())).contains("fr-chat");
    assertThat(library.names())
        .containsExactly(
            "own-chat", "fr-chat", "en-chat", "fr-voice", "en-voice", "fr-email", "en-email");
  }

  @Test
  void a_checklist_for_a_queue_goes_before_the_one_for_all_queues() throws Exception {
    write("all.yaml", "all-chat", "chat");
    write("returns.yml", "returns-chat", "chat\nqueues: [returns]");

    ChecklistLibrary library = library();

    assertThat(chosen(library, Medium.CHAT, Optional.of("returns"))).contains("returns-chat");
    assertThat(chosen(library, Medium.CHAT, Optional.of("sales"))).contains("all-chat");
    assertThat(chosen(library, Medium.CHAT, Optional.empty())).contains("all-chat");
  }

  @Test
  void a_house_that_takes_the_name_of_a_shipped_checklist_replaces_it() throws Exception {
    write("fr.yaml", "fr-chat", "chat");

    ChecklistLibrary library = library();

    assertThat(library.names()).containsOnlyOnce("fr-chat");
    assertThat(library.named("fr-chat")).map(list -> list.items().size()).contains(1);
    assertThat(chosen(library, Medium.SOCIAL, Optional.empty())).isEmpty();
  }

  @Test
  void two_checklists_for_the_same_conversations_are_refused_together() throws Exception {
    Path first = write("a.yaml", "one", "[chat, email]");
    Path second = write("b.yaml", "two", "[voice, email]");
    Path third = write("c.yaml", "one", "social");

    assertThatThrownBy(this::library)
        .isInstanceOf(ChecklistsRefusedException.class)
        .hasMessage(
            second
                + ":1:12: for the same conversations as “one” in "
                + first
                + "; give them other media or queues\n"
                + third
                + ":1:12: “one” is already the name of what is in "
                + first);
  }

  @Test
  void every_file_of_the_house_is_checked_before_any_is_refused() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "checklist: [a");
    Files.writeString(folder.resolve("b.yaml"), "b");
    Files.writeString(folder.resolve("notes.txt"), "not a checklist");

    assertThatThrownBy(this::library)
        .isInstanceOfSatisfying(
            ChecklistsRefusedException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(problem -> Path.of(problem.file()).getFileName().toString())
                    .containsExactly("a.yaml", "b.yaml"));
  }

  @Test
  void every_medium_has_a_shipped_checklist_until_the_house_gives_it_its_own() throws Exception {
    assertThat(chosen(library(), Medium.VOICE, Optional.empty())).contains("fr-voice");
    assertThat(chosen(library(), Medium.EMAIL, Optional.empty())).contains("fr-email");

    write("calls.yaml", "calls", "voice");
    assertThat(chosen(library(), Medium.VOICE, Optional.empty())).contains("calls");
  }

  @Test
  void one_checklist_alone_is_for_every_conversation() throws Exception {
    Checklist english = library().named("en-chat").orElseThrow();

    Checklists only = ChecklistLibrary.only(english);

    assertThat(chosen(only, Medium.VOICE, Optional.of("any"))).contains("en-chat");
    assertThat(only.fallback()).isEqualTo(Language.ENGLISH);
  }

  @Test
  void files_that_clash_are_reported_though_each_is_fine_alone() throws Exception {
    Path first = write("a.yaml", "one", "chat");
    Path second = write("b.yaml", "two", "chat");
    CheckRules check = new CheckRules(new SimpleReader());

    assertThat(check.check(List.of(first))).isEmpty();
    assertThat(check.check(List.of(first, second)))
        .extracting(Problem::file)
        .containsExactly(second.toString());
  }

  private Path write(String file, String name, String media) throws IOException {
    return Files.writeString(
        folder.resolve(file), LIST.replace("NAME", name).replace("MEDIA", media));
  }

  private ChecklistLibrary library() throws ChecklistsRefusedException {
    return ChecklistLibrary.withHouse(folder, Language.FRENCH, new SimpleReader());
  }

  private static Optional<String> chosen(
      Checklists checklists, Medium medium, Optional<String> queue) {
    return checklists.choose(Language.FRENCH, medium, queue).map(Checklist::name);
  }
}
