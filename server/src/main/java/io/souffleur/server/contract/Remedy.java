package io.souffleur.server.contract;

import io.souffleur.server.core.Address;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What could stand in a draft instead of some words, so that one click mends it and a sentence is
 * left.
 *
 * @param span the words to replace; may take in the small word before them that changes too
 * @param replacements best first; an empty one means that the words may simply go; none when
 *     somebody has to think
 */
record Remedy(Span span, List<String> replacements) {

  /** Their value is what to write instead, word for word. */
  private static final EnumSet<CueName> TERMS =
      EnumSet.of(CueName.JARGON, CueName.PRODUCT_NAME, CueName.UNSUITABLE_TERM, CueName.SPELLING);

  /** Their value is how to say it instead, if the sentence lets it. */
  private static final EnumSet<CueName> CLAUSES =
      EnumSet.of(
          CueName.NEGATIVE_WORDING,
          CueName.INDIRECT_WORDING,
          CueName.BLAME,
          CueName.POLICY_SHIELD,
          CueName.OVER_PROMISE);

  private static final Pattern FOR_A_NAME =
      Pattern.compile("name|nom|customer|client", Pattern.CASE_INSENSITIVE);
  private static final Pattern FOR_SOMETHING_ELSE =
      Pattern.compile(
          "num|ref|réf|mail|phone|t[eé]l|adress|agent|(?<![a-z])id(?![a-z])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern LONE_I = Pattern.compile("\\bi\\b");
  private static final String CARD = "card";
  private static final int SHOWN_OF_A_CARD = 4;
  private static final char MASK = '•';

  private static final Map<CueName, Way> WAYS =
      Map.of(
          CueName.PERSONAL_DATA, Remedy::masked,
          CueName.INFORMAL_ADDRESS, Remedy::formal,
          CueName.SHOUTING, Remedy::calmed,
          CueName.WRONG_NAME, Remedy::named,
          CueName.PLACEHOLDER, Remedy::filled);

  /** How the words of a cue are mended. */
  private interface Way {
    Remedy mend(Cue cue, String text, Facts facts, Language spoken);
  }

  Remedy {
    replacements = List.copyOf(replacements);
  }

  /**
   * The remedy for the words of {@code cue} in {@code text}.
   *
   * @param spoken the language of the text
   */
  static Remedy of(Cue cue, String text, Facts facts, Language spoken) {
    return WAYS.getOrDefault(cue.name(), Remedy::reworded).mend(cue, text, facts, spoken);
  }

  private static Remedy filled(Cue cue, String text, Facts facts, Language spoken) {
    return FOR_A_NAME.matcher(cue.text()).find() && !FOR_SOMETHING_ELSE.matcher(cue.text()).find()
        ? named(cue, text, facts, spoken)
        : dispensed(cue, text);
  }

  private static Remedy reworded(Cue cue, String text, Facts facts, Language spoken) {
    return cue.value()
        .filter(words -> fits(words, cue, text, spoken))
        .map(words -> fitted(cue, words, text, spoken))
        .orElseGet(() -> dispensed(cue, text));
  }

  /** Whether a cue's value can stand in the place of its words as it is. */
  private static boolean fits(String words, Cue cue, String text, Language spoken) {
    boolean readable = !words.isBlank() && words.indexOf(',') < 0;
    return readable
        && (TERMS.contains(cue.name())
            || (CLAUSES.contains(cue.name())
                && Continuation.holds(words, text, cue.span(), spoken)));
  }

  private static Remedy dispensed(Cue cue, String text) {
    return new Remedy(cue.span(), Omission.leavesSentence(cue, text) ? List.of("") : List.of());
  }

  private static Remedy named(Cue cue, String text, Facts facts, Language spoken) {
    return Address.of(facts.customer())
        .map(name -> fitted(cue, name, text, spoken))
        .orElseGet(() -> dispensed(cue, text));
  }

  private static Remedy masked(Cue cue, String text, Facts facts, Language spoken) {
    return new Remedy(cue.span(), List.of(masked(cue)));
  }

  private static Remedy formal(Cue cue, String text, Facts facts, Language spoken) {
    return FormalAddress.remedy(text, cue.span())
        .orElseGet(() -> new Remedy(cue.span(), List.of()));
  }

  private static Remedy calmed(Cue cue, String text, Facts facts, Language spoken) {
    return new Remedy(cue.span(), List.of(calm(cue, text, spoken)));
  }

  private static Remedy fitted(Cue cue, String words, String text, Language spoken) {
    String cased =
        cue.name() == CueName.PRODUCT_NAME ? words : Fitting.cased(words, text, cue.span(), spoken);
    return Fitting.between(cased, text, cue.span(), spoken)
        .map(fit -> new Remedy(fit.span(), List.of(fit.words())))
        .orElseGet(() -> new Remedy(cue.span(), List.of()));
  }

  /** Letters and digits give way to dots, but for the ends of a card's number: they tell which. */
  private static String masked(Cue cue) {
    String words = cue.text();
    int digits = (int) words.chars().filter(Character::isDigit).count();
    boolean card = cue.value().filter(CARD::equals).isPresent();
    StringBuilder masked = new StringBuilder(words.length());
    int seen = 0;
    for (int i = 0; i < words.length(); i++) {
      char sign = words.charAt(i);
      boolean digit = Character.isDigit(sign);
      boolean shown = card && digit && (seen < SHOWN_OF_A_CARD || seen >= digits - SHOWN_OF_A_CARD);
      seen += digit ? 1 : 0;
      masked.append(shown || !Character.isLetterOrDigit(sign) ? sign : MASK);
    }
    return masked.toString();
  }

  private static String calm(Cue cue, String text, Language spoken) {
    String words = cue.text();
    if (words.chars().allMatch(sign -> sign == '!' || sign == '?')) {
      return words.indexOf('?') >= 0 ? "?" : "!";
    }
    Locale locale = Fitting.locale(spoken);
    String small = words.toLowerCase(locale);
    return Fitting.cased(
        switch (spoken) {
          case FRENCH -> small;
          case ENGLISH -> LONE_I.matcher(small).replaceAll("I");
        },
        text,
        cue.span(),
        spoken);
  }
}
