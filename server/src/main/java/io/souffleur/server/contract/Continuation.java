package io.souffleur.server.contract;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.Span;
import java.util.regex.Pattern;

/**
 * Whether a sentence goes on rightly once a clause of it has been reworded: what asks for a verb is
 * followed by one, what asks for a noun by its article, and a clause that is complete by nothing. A
 * refusal is never reworded into a promise: there, only a complete clause may come in.
 */
final class Continuation {

  private static final int LOOKS_AHEAD = 80;
  private static final Pattern CLAUSE_ENDS =
      Pattern.compile("^[\\s\\u00A0\\u202F]*(?:$|[.!?…;:,)»”])");
  private static final Pattern OPEN =
      Pattern.compile(
          ".*\\b(?:à|de|avec|dès|plutôt|pouvez|proposons" + "|to|is|of|with|can|please)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern NEGATED =
      Pattern.compile(
          "\\b(?:ne|n['’]\\p{L}+|pas|plus|rien|aucune?|impossible|interdit"
              + "|not|no|never|nothing|cannot|unable|forbidden|prohibited)\\b|n['’]t\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern TAKES_INFINITIVE =
      Pattern.compile(
          ".*\\b(?:invite à|suffit de|pouvez(?: plutôt)?)$", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern INFINITIVE =
      Pattern.compile(
          "^ (?:(?:me|te|se|nous|vous|le|la|les|lui|leur|y|en)"
              + " |[mtsl]['’])*(?!(?:votre|notre|autre|quatre|contre|entre|hier|cher)\\b)\\p{L}*(?:er|ir|re)\\b(?:[^-]|$).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

  private static final Pattern TAKES_VERB = Pattern.compile(".*\\b(?:please|you can)$");
  private static final Pattern VERB =
      Pattern.compile(
          "^ (?!(?:an?|the|to|not|no|your|my|our|his|her|its|their|this|that|these|those|i|we|you"
              + "|it|he|she|they|of|in|on|at|for|with|and|or|\\p{L}+ing|\\p{L}+ed)\\b)[a-z]{2,}.*",
          Pattern.DOTALL);

  private static final Pattern TAKES_TIME = Pattern.compile("(?:dès|as of)$");

  private Continuation() {}

  /** Whether the text after {@code span} goes on from {@code words} in its place. */
  static boolean holds(String words, String text, Span span, Language language) {
    int ahead = Math.min(text.length(), span.end() + LOOKS_AHEAD);
    String rest = text.substring(span.end(), ahead);
    String before = text.substring(span.start(), span.end());
    boolean open = OPEN.matcher(words).matches();
    if (!open) {
      return CLAUSE_ENDS.matcher(rest).find();
    }
    if (TAKES_TIME.matcher(words).find()) {
      return !CLAUSE_ENDS.matcher(rest).find();
    }
    if (NEGATED.matcher(before).find()) {
      return false;
    }
    return switch (language) {
      case FRENCH ->
          TAKES_INFINITIVE.matcher(words).matches() && INFINITIVE.matcher(rest).matches();
      case ENGLISH -> TAKES_VERB.matcher(words).matches() && VERB.matcher(rest).matches();
    };
  }
}
