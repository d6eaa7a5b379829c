package io.souffleur.server.feedback;

import io.souffleur.server.audit.Deed;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An agent says that a rule was wrong about a conversation. Neither is named.
 *
 * @param checklist by which the conversation was judged
 * @param version of the checklist, from 1
 */
public record Objection(Instant at, Kind kind, String checklist, int version, String rule) {

  private static final String WHO = "desk";
  private static final String DONE = "done";

  /** {@code fr-chat 3 apology}: names are lower-case words joined by hyphens. */
  private static final Pattern ABOUT =
      Pattern.compile("([a-z0-9-]+) ([1-9][0-9]{0,8}) ([a-z0-9-]+)");

  /** How an agent says so. */
  public enum Kind {
    /** Of a hint. */
    HINT_WRONG("hint.wrong"),
    /** Of how an item or a timer stands. */
    ITEM_CONTESTED("item.contested");

    private final String deed;

    Kind(String deed) {
      this.deed = deed;
    }
  }

  /** The row of the account that notes it. */
  Deed deed() {
    return new Deed(at, WHO, kind.deed, checklist + " " + version + " " + rule, DONE);
  }

  /** What a row of the account notes; empty when it is about something else. */
  public static Optional<Objection> of(Deed deed) {
    Matcher about = ABOUT.matcher(deed.about());
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.deed.equals(deed.what()) && about.matches())
        .findFirst()
        .map(
            kind ->
                new Objection(
                    deed.at(),
                    kind,
                    about.group(1),
                    Integer.parseInt(about.group(2)),
                    about.group(3)));
  }
}
