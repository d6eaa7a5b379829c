package io.souffleur.wire.json;

import io.souffleur.wire.AttentionState;
import io.souffleur.wire.Author;
import io.souffleur.wire.CommitmentState;
import io.souffleur.wire.Feeling;
import io.souffleur.wire.ItemState;
import io.souffleur.wire.Medium;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Resolution;
import io.souffleur.wire.Severity;
import io.souffleur.wire.Stage;
import io.souffleur.wire.SurveyKind;
import io.souffleur.wire.TimerState;
import io.souffleur.wire.WithdrawalReason;

/** The closed sets of the contract. */
final class Words {

  static final Names<AttentionState> ATTENTION = new Names<>(AttentionState.class);
  static final Names<Author> AUTHOR = new Names<>(Author.class);
  static final Names<CommitmentState> COMMITMENT_STATE = new Names<>(CommitmentState.class);
  static final Names<Feeling> FEELING = new Names<>(Feeling.class);
  static final Names<ItemState> ITEM_STATE = new Names<>(ItemState.class);
  static final Names<Medium> MEDIUM = new Names<>(Medium.class);
  static final Names<RefusalCode> REFUSAL_CODE = new Names<>(RefusalCode.class);
  static final Names<Resolution> RESOLUTION = new Names<>(Resolution.class);
  static final Names<Severity> SEVERITY = new Names<>(Severity.class);
  static final Names<Stage> STAGE = new Names<>(Stage.class);
  static final Names<SurveyKind> SURVEY_KIND = new Names<>(SurveyKind.class);
  static final Names<TimerState> TIMER_STATE = new Names<>(TimerState.class);
  static final Names<WithdrawalReason> WITHDRAWAL_REASON = new Names<>(WithdrawalReason.class);

  /** The stage of an item that is listed under none. */
  static final String THROUGHOUT = "throughout";

  private Words() {}
}
