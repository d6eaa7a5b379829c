package io.souffleur.server.lane;

import io.souffleur.server.contract.Original;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.journal.Entry;
import java.util.List;

/** Makes of entries that another house kept what this one would have kept of them. */
public final class Adoption {

  private final Discretion discretion;
  private final Masking masking;

  public Adoption(Discretion discretion) {
    this.discretion = discretion;
    this.masking = new Masking(discretion);
  }

  /**
   * The entry with what this house masks masked in it; the same when there is nothing to mask.
   *
   * @throws IllegalStateException when it has words and this house keeps none, or when this version
   *     can't read it
   */
  public Entry of(Entry entry) {
    Input input = Input.of(entry);
    if (!discretion.words().kept() && !Texts.without(input).equals(input)) {
      throw new IllegalStateException(
          "it has text, and this house keeps none: import it with privacy: {text: keep}, and have"
              + " retention: {text: …} let go of it");
    }
    Masking.Masked masked = masking.masked(input);
    if (masked.input().equals(input)) {
      return entry;
    }
    List<Sighting> seen =
        masked.original() instanceof Original.Hidden hidden
            ? hidden.beside(entry.seen())
            : entry.seen();
    return entry.with(masked.input().body(), seen, entry.wordless());
  }
}
