package io.souffleur.server.contract;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.Span;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fits words into the place of others: a capital at the start of a sentence, French elision, the
 * English article. Whatever else agreement would ask for is left to whoever reads it again.
 */
final class Fitting {

  private static final Pattern SENTENCE_END = Pattern.compile("(?:^|[.!?…\\n])[\\s«“\"(–—-]*$");
  private static final Pattern ELIDED =
      Pattern.compile("(?<![\\p{L}\\p{N}])([djmnst]|qu|l)['’]$", Pattern.CASE_INSENSITIVE);
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}'’])(de|je|me|ne|se|te|que|le|la)[ \\u00A0]$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ARTICLE =
      Pattern.compile("(?<![\\p{L}\\p{N}'’])(an?) $", Pattern.CASE_INSENSITIVE);

  /** What an elided word is in full; {@code l’} may be two words, so it is not here. */
  private static final Map<String, String> FULL =
      Map.of("d", "de ", "j", "je ", "m", "me ", "n", "ne ", "s", "se ", "t", "te ", "qu", "que ");

  private static final String VOWELS = "aàâäeéèêëiîïoôöuùûü";
  private static final Pattern SOUNDS_AS_VOWEL =
      Pattern.compile("(?:[aeio]|u(?!ni|se|su|ti|ser|til)|hour|honest|heir).*", Pattern.DOTALL);
  private static final Pattern SOUNDS_AS_CONSONANT = Pattern.compile("(?:eu|one\\b|once\\b).*");

  private Fitting() {}

  /** Words, and which of a text's characters they are to replace. */
  record Fit(Span span, String words) {}

  static Locale locale(Language language) {
    return Locale.forLanguageTag(language.tag());
  }

  /** {@code words} with a capital where the words at {@code span} open a sentence with one. */
  static String cased(String words, String text, Span span, Language language) {
    if (span.start() >= span.end() || !Character.isUpperCase(text.codePointAt(span.start()))) {
      return words;
    }
    String before = text.substring(Math.max(0, span.start() - 16), span.start());
    boolean opens = span.start() == 0 || SENTENCE_END.matcher(before).find();
    return opens ? capital(words, language) : words;
  }

  private static String capital(String words, Language language) {
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(locale(language)) + words.substring(first);
  }

  /**
   * {@code words} in the place of {@code span}, together with the small word before it if that one
   * changes; empty when it can't be known how.
   */
  static Optional<Fit> between(String words, String text, Span span, Language language) {
    return switch (language) {
      case FRENCH -> elided(words, text, span);
      case ENGLISH -> Optional.of(withArticle(words, text, span));
    };
  }

  private static Optional<Fit> elided(String words, String text, Span span) {
    String before = text.substring(Math.max(0, span.start() - 8), span.start());
    boolean vowel = VOWELS.indexOf(Character.toLowerCase(words.charAt(0))) >= 0;
    Matcher elision = ELIDED.matcher(before);
    if (elision.find() && !vowel && Character.toLowerCase(words.charAt(0)) != 'h') {
      String full = FULL.get(elision.group(1).toLowerCase(Locale.ROOT));
      return full == null
          ? Optional.empty()
          : Optional.of(widened(span, elision.group(), like(elision.group(), full) + words));
    }
    Matcher whole = WHOLE.matcher(before);
    if (vowel && whole.find()) {
      String word = whole.group(1);
      return Optional.of(
          widened(span, whole.group(), word.substring(0, word.length() - 1) + "’" + words));
    }
    return Optional.of(new Fit(span, words));
  }

  private static Fit withArticle(String words, String text, Span span) {
    String before = text.substring(Math.max(0, span.start() - 8), span.start());
    Matcher article = ARTICLE.matcher(before);
    if (!article.find()) {
      return new Fit(span, words);
    }
    String small = words.toLowerCase(Locale.ROOT);
    boolean vowel =
        SOUNDS_AS_VOWEL.matcher(small).matches() && !SOUNDS_AS_CONSONANT.matcher(small).matches();
    String wanted = vowel ? "an " : "a ";
    return article.group().equalsIgnoreCase(wanted)
        ? new Fit(span, words)
        : widened(span, article.group(), like(article.group(), wanted) + words);
  }

  private static Fit widened(Span span, String before, String words) {
    return new Fit(new Span(span.start() - before.length(), span.end()), words);
  }

  private static String like(String model, String word) {
    return Character.isUpperCase(model.charAt(0))
        ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
        : word;
  }
}
