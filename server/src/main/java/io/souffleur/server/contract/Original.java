package io.souffleur.server.contract;

import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** What a message was before something in it was masked. Lives as long as its handling. */
public sealed interface Original {

  /** What it is: nothing was masked. */
  Original SHOWN = new Shown();

  /** Nothing was masked. */
  record Shown() implements Original {}

  /** A stretch that was masked, and what it was, as a value of {@code personal-data}. */
  record Mask(Span span, String kind) {}

  /** A text that nobody keeps. */
  record Hidden(String text, List<Mask> masks) implements Original {

    /** What a mask may have hidden from the reader, and rules ask for. */
    private static final EnumSet<CueName> ASKED_FOR =
        EnumSet.of(CueName.PERSONAL_DATA, CueName.CONTACT_DETAILS);

    private static final double CHECKED = 0.97;

    public Hidden {
      masks = List.copyOf(masks);
    }

    /** Not the text. */
    @Override
    public String toString() {
      return "Hidden[" + masks.size() + " masks]";
    }

    /**
     * The cues of what is masked that {@code reading}, of the {@code masked} text, does not have:
     * as they were read in the original, and for a mask of which the reader made nothing, that it
     * is personal data.
     */
    List<Cue> shown(Reading reading, Reading original, String masked) {
      List<Cue> cues = new ArrayList<>();
      for (Cue cue : original.cues()) {
        if (showed(cue)) {
          cues.add(Sighting.of(cue).in(masked));
        }
      }
      for (Mask mask : masks) {
        if (cues.stream().noneMatch(cue -> cue.span().overlaps(mask.span()))) {
          cues.add(
              new Sighting(CueName.PERSONAL_DATA, mask.span(), CHECKED, Optional.of(mask.kind()))
                  .in(masked));
        }
      }
      cues.removeIf(cue -> reading.cues().contains(cue));
      return cues;
    }

    /** What was seen, and of each mask about which that says nothing, that it is personal data. */
    public List<Sighting> beside(List<Sighting> seen) {
      List<Sighting> all = new ArrayList<>(seen);
      for (Mask mask : masks) {
        if (seen.stream().noneMatch(one -> one.span().overlaps(mask.span()))) {
          all.add(
              new Sighting(CueName.PERSONAL_DATA, mask.span(), CHECKED, Optional.of(mask.kind())));
        }
      }
      return all;
    }

    /** Whether a cue is about what is masked. */
    boolean showed(Cue cue) {
      return ASKED_FOR.contains(cue.name())
          && masks.stream().anyMatch(mask -> mask.span().overlaps(cue.span()));
    }
  }
}
