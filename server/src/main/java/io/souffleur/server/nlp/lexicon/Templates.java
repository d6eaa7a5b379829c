package io.souffleur.server.nlp.lexicon;

import java.util.List;

/**
 * Phrases that say a value, each with what the value looks like: {@code within <n> hours =>
 * PT{n}H}. Immutable; safe for use by any thread.
 */
public final class Templates {

  private final PhraseTable table;
  private final List<String> templates;

  Templates(PhraseTable table, List<String> templates) {
    this.table = table;
    this.templates = List.copyOf(templates);
  }

  /** Gives every phrase that begins between two positions, the second exclusive. */
  public void find(KnownWords known, int from, int until, Lexicon.Found found) {
    table.find(known, from, until, found);
  }

  /** What the value of a phrase looks like, by the number given to {@link Lexicon.Found}. */
  public String template(int phrase) {
    return templates.get(phrase);
  }
}
