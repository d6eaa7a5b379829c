package io.souffleur.server.evaluate;

import io.souffleur.server.core.cue.CueName;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that labels are written in, and the cues they stand for. Immutable. */
public final class Labels {

  private final Map<String, Label> byName;

  private Labels(Map<String, Label> byName) {
    this.byName = Map.copyOf(byName);
  }

  /**
   * The names of the cues, what corpora call them, and {@code unhappy}: any sign that a customer is
   * not content.
   */
  public static Labels standard() {
    Map<String, Label> names = new HashMap<>();
    for (CueName cue : CueName.values()) {
      names.put(cue.wireName(), Label.of(cue));
    }
    names.put("greet", Label.of(CueName.GREETING));
    names.put("thank", Label.of(CueName.THANKS));
    names.put("bye", Label.of(CueName.FAREWELL));
    names.put("offer_help", Label.of(CueName.HELP_OFFER));
    names.put("reqmore", Label.of(CueName.FURTHER_HELP));
    names.put(
        "unhappy",
        new Label(
            "unhappy",
            EnumSet.of(
                CueName.DISSATISFACTION,
                CueName.COMPLAINT,
                CueName.IMPATIENCE,
                CueName.REPETITION,
                CueName.UNRESOLVED)));
    return new Labels(names);
  }

  /**
   * These labels and a group of the house.
   *
   * @param name as it is written in the files
   * @param members labels, one of which is enough
   * @throws LabelException when a member is unknown
   */
  public Labels with(String name, List<String> members) throws LabelException {
    Set<CueName> cues = EnumSet.noneOf(CueName.class);
    for (String member : members) {
      cues.addAll(known(member).cues());
    }
    if (cues.isEmpty()) {
      throw new LabelException("the group “" + name + "” is empty");
    }
    Map<String, Label> names = new HashMap<>(byName);
    names.put(name.toLowerCase(Locale.ROOT), new Label(name, cues));
    return new Labels(names);
  }

  /** What a label stands for; empty when nobody knows. */
  Optional<Label> find(String written) {
    return Optional.ofNullable(byName.get(written.toLowerCase(Locale.ROOT)));
  }

  /**
   * The name in reports of what somebody wrote, such as {@code thanks} for {@code thank}.
   *
   * @throws LabelException when nobody knows it
   */
  public String name(String written) throws LabelException {
    return known(written).name();
  }

  Label known(String written) throws LabelException {
    return find(written)
        .orElseThrow(
            () ->
                new LabelException(
                    "no cue “" + written + "”; a group of cues can be given with --group"));
  }
}
