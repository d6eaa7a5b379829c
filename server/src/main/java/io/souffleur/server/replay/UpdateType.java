package io.souffleur.server.replay;

import io.souffleur.server.core.conversation.Update;
import java.util.Optional;

/** The types of updates, by which a replay can be narrowed. */
public enum UpdateType {
  CUES("cues"),
  ITEM("item"),
  HINT("hint"),
  HINT_WITHDRAWN("hint.withdrawn"),
  TIMER("timer"),
  COMMITMENT("commitment"),
  SUMMARY("summary");

  private final String wireName;

  UpdateType(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire, such as {@code hint.withdrawn}. */
  public String wireName() {
    return wireName;
  }

  /** The type of a name on the wire. */
  public static Optional<UpdateType> ofWireName(String name) {
    for (UpdateType type : values()) {
      if (type.wireName.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  static UpdateType of(Update update) {
    return switch (update) {
      case Update.Cues cues -> CUES;
      case Update.Item item -> ITEM;
      case Update.Hint hint -> HINT;
      case Update.HintWithdrawn withdrawn -> HINT_WITHDRAWN;
      case Update.Timer timer -> TIMER;
      case Update.Commitment commitment -> COMMITMENT;
      case Update.Summary summary -> SUMMARY;
    };
  }
}
