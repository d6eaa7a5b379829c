package io.souffleur.server.audit;

import io.souffleur.server.access.Caller;
import io.souffleur.server.access.Operation;
import io.souffleur.server.access.Witness;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/**
 * Notes who came in, who changed what about people, and who looked at conversations of others. For
 * any thread.
 */
public final class Requests implements Witness {

  private static final Map<Operation, String> NOTED =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Operation.SET_UP, "house.set-up"),
              Map.entry(Operation.SIGN_IN, "session.begun"),
              Map.entry(Operation.OPEN_ID_RETURNED, "session.begun"),
              Map.entry(Operation.SIGN_OUT, "session.ended"),
              Map.entry(Operation.ACCOUNT_CREATED, "account.created"),
              Map.entry(Operation.ACCOUNT_CHANGED, "account.changed"),
              Map.entry(Operation.ACCOUNT_DELETED, "account.deleted"),
              Map.entry(Operation.PASSWORD_CHANGED, "password.changed"),
              Map.entry(Operation.TEAM_CREATED, "team.created"),
              Map.entry(Operation.TEAM_RENAMED, "team.renamed"),
              Map.entry(Operation.TEAM_DELETED, "team.deleted"),
              Map.entry(Operation.WATCH, "conversation.watched"),
              Map.entry(Operation.MESSAGE_ASKED, "message.shown")));

  /** Noted by those who do it, with what became of it; here only when it was refused. */
  private static final Map<Operation, String> NOTED_REFUSED =
      new EnumMap<>(
          Map.of(
              Operation.DATA_EXPORTED, "conversation.exported",
              Operation.DATA_ERASED, "conversation.erased",
              Operation.HOLD_PLACED, "hold.placed",
              Operation.HOLD_LIFTED, "hold.lifted"));

  private final Audit audit;
  private final InstantSource clock;

  public Requests(Audit audit, InstantSource clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What makes no sense changed nothing, and is left out: nobody who is unknown may fill the disk
   * with it, nor with tries that are too many at once.
   */
  @Override
  public void saw(Sight sight) {
    boolean refused = sight.end() == End.REFUSED;
    String what = NOTED.get(sight.operation());
    if (what == null && refused) {
      what = NOTED_REFUSED.get(sight.operation());
    }
    boolean knocked = sight.caller() instanceof Caller.Nobody && refused && !isWayIn(sight);
    if (what == null || knocked || sight.end() == End.NOT_DONE) {
      return;
    }
    audit.note(
        new Deed(
            clock.instant(),
            Who.of(sight.caller(), sight.address()),
            what,
            sight.about(),
            refused ? "refused" : "done"));
  }

  private static boolean isWayIn(Sight sight) {
    return sight.operation() == Operation.SIGN_IN
        || sight.operation() == Operation.OPEN_ID_RETURNED
        || sight.operation() == Operation.SET_UP;
  }
}
