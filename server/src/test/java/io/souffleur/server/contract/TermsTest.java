package io.souffleur.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.CommitmentState;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.hint.WithdrawalReason;
import io.souffleur.wire.Resolution;
import io.souffleur.wire.SurveyKind;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same word on both sides means the same. */
class TermsTest {

  @ParameterizedTest
  @EnumSource
  void authors(Author author) {
    assertThat(Terms.author(author).name()).isEqualTo(author.name());
    assertThat(Terms.author(Terms.author(author))).isEqualTo(author);
  }

  @ParameterizedTest
  @EnumSource
  void media(Medium medium) {
    assertThat(Terms.medium(medium).name()).isEqualTo(medium.name());
    assertThat(Terms.medium(Terms.medium(medium))).isEqualTo(medium);
  }

  @ParameterizedTest
  @EnumSource
  void stages(Stage stage) {
    assertThat(Terms.stage(stage).name()).isEqualTo(stage.name());
  }

  @ParameterizedTest
  @EnumSource
  void states_of_items(ItemState state) {
    assertThat(Terms.state(state).name()).isEqualTo(state.name());
  }

  @ParameterizedTest
  @EnumSource
  void states_of_timers(TimerState state) {
    assertThat(Terms.state(state).name()).isEqualTo(state.name());
  }

  @ParameterizedTest
  @EnumSource
  void states_of_promises(CommitmentState state) {
    assertThat(Terms.state(state).name()).isEqualTo(state.name());
  }

  @ParameterizedTest
  @EnumSource
  void severities(Severity severity) {
    assertThat(Terms.severity(severity).name()).isEqualTo(severity.name());
  }

  @ParameterizedTest
  @EnumSource
  void reasons(WithdrawalReason reason) {
    assertThat(Terms.reason(reason).name()).isEqualTo(reason.name());
  }

  @ParameterizedTest
  @EnumSource
  void resolutions(Resolution resolution) {
    assertThat(Terms.resolution(resolution).name()).isEqualTo(resolution.name());
  }

  @ParameterizedTest
  @EnumSource
  void surveys(SurveyKind kind) {
    assertThat(Terms.survey(kind)).isEqualTo(kind.name().toLowerCase(Locale.ROOT));
  }
}
