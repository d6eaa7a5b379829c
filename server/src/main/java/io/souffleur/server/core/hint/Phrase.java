package io.souffleur.server.core.hint;

import io.souffleur.server.core.text.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words ready to be said, with variables. A phrase whose variables are not all known gives nothing:
 * an unfilled variable is never shown, the next phrase of the rule without it is.
 */
public record Phrase(List<Part> parts) {

  public Phrase {
    parts = List.copyOf(parts);
  }

  /** A stretch of a phrase. */
  public sealed interface Part {

    /** Words as they are. */
    record Fixed(String words) implements Part {}

    /** Filled in when the phrase is shown. */
    record Filled(Variable variable) implements Part {}
  }

  /** What a phrase can be filled with, written <code>{customer}</code> in a checklist. */
  public enum Variable {
    CUSTOMER,
    AGENT,
    GREETING,
    TIME,
    WAIT,
    TERM,
    REPLACEMENT
  }

  /** The variables this phrase needs. */
  public Set<Variable> needs() {
    Set<Variable> needed = EnumSet.noneOf(Variable.class);
    for (Part part : parts) {
      switch (part) {
        case Part.Fixed fixed -> {}
        case Part.Filled(Variable variable) -> needed.add(variable);
      }
    }
    return needed;
  }

  /** The phrase with every variable filled in; empty when one is unknown. */
  public Optional<String> filled(Variables variables, Language language) {
    StringBuilder words = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Fixed(String fixed) -> words.append(fixed);
        case Part.Filled(Variable variable) -> {
          Optional<String> value = Wording.of(variable, variables, language);
          if (value.isEmpty()) {
            return Optional.empty();
          }
          words.append(value.get());
        }
      }
    }
    return Optional.of(words.toString());
  }
}
