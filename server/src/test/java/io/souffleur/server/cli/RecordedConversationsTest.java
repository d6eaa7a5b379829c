package io.souffleur.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code replay} tells of a week, word by word: to the house, and to its customers. */
class RecordedConversationsTest extends Shell {

  private static final Instant MONDAY = Instant.parse("2026-11-30T13:00:00Z");

  /** Its titles hold what Markdown and HTML would take for their own. */
  private static final String CHECKLIST =
      """
      checklist: house
      version: 2
      language: fr
      media: chat
      items:
        - id: greeting
          norms: [A3, D27]
          title: {fr: Saluer, en: Greet}
          why: {fr: Un <b>bonjour</b> | un début, en: A *hello* opens}
          say: {cue: greeting, by: agent}
          within: {messages: 1}
          examples: {ticks: [Bonjour], silent: [Je regarde]}
        - id: apology
          norms: [A7]
          title: {fr: S’excuser, en: Apologize}
          why: {fr: Des excuses d’abord, en: An apology first}
          when: {cue: complaint, by: customer}
          say: {cue: apology, by: agent}
          within: {messages: 1}
          examples: {ticks: [Toutes mes excuses.], silent: [Je regarde]}
      timers:
        - id: response
          norms: [D20]
          title: {fr: Répondre en 30 s, en: Reply in 30 s}
          why: {fr: Attendre inquiète, en: Waiting worries}
          starts: customer-message
          stops: agent-message
          limit: 30 s
          examples: {runs: [[customer: Bonjour]], silent: [[customer: Bonjour, agent: Bonjour]]}
      """;

  private final List<String> lines = new ArrayList<>();

  private Ran replay(String... arguments) {
    return run(
        String.join("\n", lines),
        Stream.concat(Stream.of("replay"), Arrays.stream(arguments)).toArray(String[]::new));
  }

  @BeforeEach
  void writeTheChecklist() throws Exception {
    write("house.yaml", CHECKLIST);
  }

  /** A chat of five minutes; the agent answers after so many seconds. */
  private void chat(String key, String agent, Instant at, String customer, int after, String say) {
    add(
        "conversation.started",
        key,
        at,
        0,
        "\"medium\":\"chat\",\"language\":\"fr\",\"customer\":{\"key\":\"%s\",\"name\":\"Camille Durand\"},\"agent\":{\"key\":\"%s\",\"name\":\"Inès\"}"
            .formatted(key, agent));
    add("message", key, at, 10, "\"author\":\"customer\",\"text\":\"%s\"".formatted(customer));
    add("message", key, at, 10 + after, "\"author\":\"agent\",\"text\":\"%s\"".formatted(say));
    add("conversation.ended", key, at, 300, "\"resolution\":\"resolved\"");
  }

  private void add(String type, String key, Instant at, int seconds, String rest) {
    lines.add(
        "{\"type\":\"%s\",\"id\":\"%d\",\"conversation\":\"%s\",\"at\":\"%s\",%s}"
            .formatted(type, lines.size(), key, at.plusSeconds(seconds), rest));
  }

  /** Twelve chats from Monday to Tuesday; in nine of them somebody complains. */
  private void aWeek() {
    IntStream.range(0, 12)
        .forEach(
            i ->
                chat(
                    "c" + i,
                    i % 2 == 0 ? "ines" : "tom",
                    MONDAY.plusSeconds(i < 11 ? 0 : 24 * 3600),
                    i < 9 ? "Mon colis est arrivé cassé." : "Quels sont vos horaires ?",
                    i == 3 ? 40 : 20,
                    i == 5 ? "Je regarde." : "Bonjour, toutes mes excuses."));
  }

  @Test
  void customers_read_what_was_promised_and_how_often_it_was_kept() {
    aWeek();
    Ran ran = replay("--checklist", "house.yaml", "--public", "fr", "-");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .isEqualTo(
            """
            # Nos engagements, et comment nous les tenons

            Du 30 novembre 2026 au 1er décembre 2026~: 12 conversations, évaluées automatiquement.

            | engagement | pourquoi | tenu dans | sur | norme |
            | --- | --- | ---: | ---: | --- |
            | Saluer | Un &lt;b>bonjour&lt;/b> \\| un début | 91_% | 12 | A3, D27 |
            | Répondre en 30 s | Attendre inquiète | 91_% | 12 | D20 |

            «~Sur~»~: les conversations dans lesquelles l’engagement avait lieu d’être tenu. \
            Les pourcentages sont arrondis vers le bas.

            Non publié, faute de 10 conversations~: 1 engagement.
            """
                .replace('~', '\u00a0')
                .replace("91_%", "91\u202f%"));
  }

  @Test
  void the_page_is_there_in_english_and_names_nobody() {
    aWeek();
    chat("more", "ines", MONDAY, "Mon colis est arrivé cassé.", 20, "Bonjour.");
    Ran ran = replay("--checklist", "house.yaml", "--public", "en", "-");
    assertThat(ran.out())
        .isEqualTo(
            """
            # Our commitments, and how we keep them

            From 30 November 2026 to 1 December 2026: 13 conversations, assessed automatically.

            | commitment | why | kept in | out of | norm |
            | --- | --- | ---: | ---: | --- |
            | Greet | A \\*hello\\* opens | 92% | 13 | A3, D27 |
            | Apologize | An apology first | 80% | 10 | A7 |
            | Reply in 30 s | Waiting worries | 92% | 13 | D20 |

            “Out of”: the conversations in which there was occasion to keep the commitment. \
            Percentages are rounded down.
            """);
  }

  @Test
  void nothing_is_published_of_nine_conversations() {
    IntStream.range(0, 9).forEach(i -> chat("c" + i, "ines", MONDAY, "Bonjour", 20, "Bonjour."));
    assertThat(replay("--checklist", "house.yaml", "--public", "en", "-").out())
        .isEqualTo(
            """
            # Our commitments, and how we keep them

            Too few conversations to publish a result.
            """);
  }

  @Test
  void a_page_is_in_a_language_that_there_is_and_instead_of_updates() {
    assertThat(replay("--public", "de", "-").err()).contains("\"de\"", "fr and en");
    Ran both = replay("--public", "fr", "--only", "summary", "-");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("--only");
  }

  @Test
  void the_house_reads_how_busy_agents_were_and_how_soon_surveys_were_answered() {
    aWeek();
    add("survey.answered", "c1", MONDAY, 600, "\"kind\":\"nps\",\"score\":10");
    add("survey.answered", "c2", MONDAY, 7200, "\"kind\":\"nps\",\"score\":8");
    Ran ran = replay("--checklist", "house.yaml", "--only", "summary", "--service", "-");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err().lines())
        .containsExactly(
            "12 conversations ended; settled: 12 of 12 (100 %); at the first contact: 12 of 12 (100"
                + " %)",
            "reason      medium  conversations         settled   ended unhappy  mean length",
            "after-sale  chat                9  9 of 9 (100 %)  9 of 9 (100 %)   5 min 00 s",
            "-           chat                3  3 of 3 (100 %)               -   5 min 00 s",
            "agents in conversation: 15 min 00 s of 21 h 00 min open (1 %); at once: mean 4.0, most"
                + " 6",
            "surveys answered: 2 of 12 (17 %); within an hour of the end: 1 of 2 (50 %), within a"
                + " day: 2 of 2 (100 %)",
            "nps: 2 answers, net +50");
  }
}
