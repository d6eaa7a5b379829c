package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.calendar.OpeningHours.Hours;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.Counted;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Drafting;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.HourRange;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Pause;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Words;
import io.souffleur.server.core.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the words of {@code accepted/every-word.yaml} mean, rule by rule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryWordTest {

  private Checklist checklist;

  @BeforeAll
  void loads() throws IOException {
    try (InputStream in =
        EveryWordTest.class.getResourceAsStream("/checklists/accepted/every-word.yaml")) {
      Loading loading =
          ChecklistLoader.trying(new SimpleReader())
              .load("every-word.yaml", Objects.requireNonNull(in).readAllBytes());
      assertThat(loading).isInstanceOf(Loading.Accepted.class);
      checklist = ((Loading.Accepted) loading).checklist().checklist();
    }
  }

  private Rule.Item item(String id) {
    return checklist.items().stream()
        .filter(item -> item.id().key().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Requirement fromClosing(CueTest cue) {
    return Requirement.Say.of(cue, 1, new Due.FromStage(Stage.CLOSING));
  }

  @Test
  void all_asks_for_several_cues_in_one_message() {
    assertThat(item("together").requirement())
        .isEqualTo(
            fromClosing(CueTest.of(Author.AGENT, CueName.GREETING, CueName.APOLOGY).allTogether()));
  }

  @Test
  void value_asks_for_a_cue_with_one_of_these_values() {
    assertThat(item("valued").requirement())
        .isEqualTo(fromClosing(CueTest.of(Author.AGENT, CueName.GREETING).withValue("evening")));
  }

  @Test
  void only_names_what_must_hold() {
    assertThat(item("where-and-when").only())
        .isEqualTo(
            new Condition.All(
                List.of(
                    new Condition.Media(Set.of(Medium.CHAT, Medium.SOCIAL)),
                    new Condition.Queues(Set.of("billing")),
                    new Condition.Languages(Set.of(Language.FRENCH)),
                    new Condition.All(
                        List.of(
                            new Condition.CustomerNamed(),
                            new Condition.CustomerIs("segment", Set.of("gold", "silver")),
                            new Condition.CustomerIs("country", Set.of("FR")))),
                    new Condition.StartedAt(
                        new HourRange(LocalTime.of(17, 0), LocalTime.of(22, 0))),
                    new Condition.StartedOn(
                        EnumSet.of(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.SATURDAY)))));
  }

  @Test
  void only_looks_at_what_happened_and_combines() {
    assertThat(item("course").only())
        .isEqualTo(
            new Condition.All(
                List.of(
                    new Condition.FromStage(Stage.SOLVING),
                    new Condition.Said(CueTest.of(Author.CUSTOMER, CueName.DISSATISFACTION)),
                    new Condition.Not(new Condition.Said(Occurrence.TRANSFER)),
                    new Condition.Any(
                        List.of(
                            new Condition.Said(CueTest.of(Author.AGENT, CueName.WAIT_NOTICE)),
                            new Condition.Not(
                                new Condition.All(
                                    List.of(
                                        new Condition.Media(Set.of(Medium.VOICE)),
                                        new Condition.FromStage(Stage.CLOSING)))))),
                    new Condition.All(
                        List.of(
                            new Condition.Not(new Condition.CustomerNamed()),
                            new Condition.Queues(Set.of("a", "b")))))));
  }

  @Test
  void before_and_after_set_an_order() {
    assertThat(item("before").requirement())
        .isEqualTo(
            Requirement.Say.of(
                CueTest.of(Author.AGENT, CueName.APOLOGY),
                1,
                new Due.Before(
                    CueTest.of(Author.AGENT, CueName.JARGON),
                    Optional.of(Stage.UNDERSTANDING),
                    OptionalInt.empty())));
    assertThat(item("after").requirement())
        .isEqualTo(
            Requirement.Say.of(
                    CueTest.of(Author.AGENT, CueName.CUSTOMER_NAME),
                    1,
                    new Due.FromStage(Stage.UNDERSTANDING))
                .after(CueTest.of(Author.AGENT, CueName.GREETING))
                .until(Stage.UNDERSTANDING));
  }

  @Test
  void at_most_sets_a_limit_alone_or_beside_what_is_asked_for() {
    assertThat(item("few").requirement())
        .isEqualTo(
            Requirement.Say.of(
                    CueTest.of(Author.AGENT, CueName.CUSTOMER_NAME),
                    2,
                    new Due.FromStage(Stage.CLOSING))
                .atMost(3)
                .until(Stage.CLOSING));
    assertThat(item("one-transfer").requirement())
        .isEqualTo(new Requirement.Avoid(Occurrence.TRANSFER, 1, Optional.empty()));
    assertThat(item("few-greetings").requirement())
        .isEqualTo(
            new Requirement.Avoid(CueTest.of(Author.AGENT, CueName.GREETING), 1, Optional.empty()));
  }

  @Test
  void an_event_may_stand_where_a_cue_stands() {
    assertThat(item("back").applies()).isEqualTo(new Applies.Once(Occurrence.RESUMED, true));
  }

  private Rule.Timer timer(String id) {
    return checklist.timers().stream()
        .filter(timer -> timer.id().key().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_limit_may_go_by_a_calendar() {
    assertThat(timer("days").limit()).isEqualTo(new Limit.BusinessDays(5, "office"));
    assertThat(timer("hours").limit())
        .isEqualTo(new Limit.OpeningTime(Duration.ofHours(4), "shop"));
    assertThat(timer("opening").limit())
        .isEqualTo(new Limit.OpeningTime(Duration.ofMinutes(90), "shop"));
    assertThat(((Requirement.Say) item("by-calendar").requirement()).due())
        .isEqualTo(new Due.ByCalendar(new Limit.BusinessDays(1, "office"), 0.5));
  }

  @Test
  void calendars_are_what_the_file_says_and_the_usual_office() {
    assertThat(checklist.calendars().byName()).containsOnlyKeys("office", "shop");
    assertThat(checklist.calendars().named("office")).isEqualTo(Calendars.USUAL.named("office"));
    OpeningHours shop = checklist.calendars().named("shop");
    assertThat(shop.zone()).contains(ZoneId.of("Europe/Paris"));
    assertThat(shop.week().get(DayOfWeek.TUESDAY))
        .containsExactly(new Hours(510, 720), new Hours(780, 990));
    assertThat(shop.week().get(DayOfWeek.SUNDAY)).containsExactly(new Hours(600, 1440));
    assertThat(shop.week()).doesNotContainKey(DayOfWeek.SATURDAY);
    assertThat(shop.closed()).containsExactly(LocalDate.of(2026, 5, 25));
    assertThat(shop.closedEveryYear())
        .containsExactlyInAnyOrder(MonthDay.of(12, 25), MonthDay.of(1, 1));
  }

  @Test
  void a_clock_may_be_paused_and_wait_for_more_than_messages() {
    assertThat(timer("hours").pauses())
        .containsExactlyInAnyOrder(Pause.HELD, Pause.CUSTOMER_OWES, Pause.WAIT_ANNOUNCED);
    assertThat(timer("days").starts())
        .containsExactly(
            new Moment.Happens(Occurrence.TRANSFER),
            new Moment.Happens(Occurrence.AGENT_ASSIGNED),
            new Moment.ConversationEnded());
    assertThat(timer("days").stops()).containsExactly(new Moment.SurveyAnswered());
  }

  @Test
  void a_rule_that_is_not_enabled_lies_ready_and_judges_nothing() {
    assertThat(checklist.items()).noneMatch(item -> item.id().key().startsWith("asleep"));
    assertThat(checklist.timers()).noneMatch(timer -> timer.id().key().startsWith("asleep"));
    assertThat(checklist.dormant())
        .extracting(rule -> rule.id().key())
        .containsExactly("asleep", "asleep-too");
    assertThat(((Rule.Item) checklist.dormant().getFirst()).requirement())
        .isEqualTo(
            Requirement.Avoid.never(
                CueTest.of(Author.AGENT, CueName.JARGON).withValue("boîtier", "écran")));
  }

  @Test
  void a_figure_counts_what_is_said_what_happens_or_who_writes() {
    assertThat(checklist.rules().figures())
        .extracting(Rule.Figure::counts)
        .containsExactly(
            new Counted.Times(CueTest.of(Author.AGENT, CueName.APOLOGY)),
            new Counted.Times(Occurrence.TRANSFER),
            new Counted.MessagesBy(Author.CUSTOMER));
    assertThat(checklist.rules().figures().getFirst().only())
        .isEqualTo(new Condition.Said(CueTest.of(Author.CUSTOMER, CueName.DISSATISFACTION)));
  }

  @Test
  void draft_says_what_the_check_of_an_unsent_answer_says() {
    assertThat(item("drafted").drafting())
        .contains(
            new Drafting(
                Optional.of(Severity.URGENT),
                Optional.of(new Words("Un mot plus simple", "A plainer word")),
                true));
    assertThat(item("valued").drafting()).isEmpty();
  }
}
