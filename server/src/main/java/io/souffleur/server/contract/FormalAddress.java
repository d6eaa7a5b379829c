package io.souffleur.server.contract;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the words by which a French draft says <em>tu</em> into those that say <em>vous</em>: a
 * pronoun with its verb, a possessive, an order. Nothing where somebody has to think.
 */
final class FormalAddress {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("te", "vous"),
          Map.entry("toi", "vous"),
          Map.entry("ton", "votre"),
          Map.entry("ta", "votre"),
          Map.entry("tes", "vos"),
          Map.entry("tien", "vôtre"),
          Map.entry("tienne", "vôtre"),
          Map.entry("tiens", "vôtres"),
          Map.entry("stp", "s’il vous plaît"),
          Map.entry("tkt", "ne vous inquiétez pas"));

  /** Forms behind <em>t’</em> that belong to <em>tu</em>, whatever stands before. */
  private static final Set<String> OF_TU = Set.of("as", "es", "auras", "seras", "iras");

  /** And those that may be <em>je’s</em>: “je t’avais dit”. */
  private static final Set<String> OF_TU_OR_JE =
      Set.of("avais", "étais", "etais", "aurais", "serais");

  private static final String SMALL =
      "(?:(?:ne|te|me|nous|le|la|les|lui|leur|y|en)[ \\u00A0]+|[ntml]['’])*";
  private static final Pattern TU_AND_VERB =
      Pattern.compile("^([ \\u00A0]+)(" + SMALL + ")(\\p{L}+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern VERB_BEFORE = Pattern.compile("(\\p{L}+)-$");
  private static final Pattern ELIDED = Pattern.compile("^t['’ʼ´` ]\\s*(\\p{L}+)$");
  private static final Pattern TO_ME = Pattern.compile("^(\\p{L}+)([- ]moi)$");
  private static final Pattern SUBJECT_BEFORE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:je|on|il|elle|nous|ils|elles|qui|ça|ca|cela)[ \\u00A0]+"
              + "(?:ne[ \\u00A0]+)?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NE_BEFORE =
      Pattern.compile("(?<![\\p{L}\\p{N}])ne[ \\u00A0]+$", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLAUSE_BEFORE = Pattern.compile("(?:^|[.!?…;:,(\\n])[\\s\\u00A0]*$");
  private static final Pattern NOT_BEHIND =
      Pattern.compile("^[ \\u00A0]+(?:pas|plus)(?!\\p{L})", Pattern.CASE_INSENSITIVE);
  private static final Pattern NE_AND_VOWEL = Pattern.compile("\\bne ([aeêiouy])");

  private FormalAddress() {}

  /** What stands for the words at {@code span}, perhaps with the verb beside them. */
  static Optional<Remedy> remedy(String text, Span span) {
    String words = text.substring(span.start(), span.end()).toLowerCase(Locale.FRENCH);
    String before = text.substring(0, span.start());
    String after = text.substring(span.end());
    Matcher elided = ELIDED.matcher(words);
    Matcher toMe = TO_ME.matcher(words);
    if (words.equals("tu")) {
      return withVerb(text, span, before, after);
    }
    if (WORDS.containsKey(words)) {
      return Optional.of(remedy(WORDS.get(words), text, span));
    }
    if (elided.matches()) {
      return elided(elided.group(1), before, after).map(formal -> remedy(formal, text, span));
    }
    if (toMe.matches()) {
      return FormalVerbs.ordered(toMe.group(1))
          .map(formal -> remedy(formal + toMe.group(2), text, span));
    }
    return FormalVerbs.ordered(words).map(formal -> remedy(formal, text, span));
  }

  private static Optional<Remedy> withVerb(String text, Span span, String before, String after) {
    Matcher asked = VERB_BEFORE.matcher(before);
    if (asked.find()) {
      Span whole = new Span(span.start() - asked.group().length(), span.end());
      return FormalVerbs.said(asked.group(1)).map(verb -> remedy(verb + "-vous", text, whole));
    }
    Matcher said = TU_AND_VERB.matcher(after);
    if (!said.find()) {
      return Optional.empty();
    }
    Span whole = new Span(span.start(), span.end() + said.end());
    String small =
        said.group(2)
            .replaceAll("(?i)(?<!\\p{L})te(?=[ \\u00A0])", "vous")
            .replaceAll("(?i)(?<!\\p{L})t['’]", "vous ");
    return FormalVerbs.said(said.group(3))
        .map(verb -> NE_AND_VOWEL.matcher(said.group(1) + small + verb).replaceAll("n’$1"))
        .map(rest -> remedy("vous" + rest, text, whole));
  }

  /** {@code t’as}, {@code (je) t’envoie}, {@code t’inquiète (pas)}. */
  private static Optional<String> elided(String verb, String before, String after) {
    boolean subject = SUBJECT_BEFORE.matcher(before).find();
    if (OF_TU.contains(verb) || (OF_TU_OR_JE.contains(verb) && !subject)) {
      return FormalVerbs.said(verb).map(formal -> "vous " + formal);
    }
    if (subject) {
      return Optional.of("vous " + verb);
    }
    if (NE_BEFORE.matcher(before).find()) {
      return FormalVerbs.ordered(verb).map(formal -> "vous " + formal);
    }
    boolean order = CLAUSE_BEFORE.matcher(before).find() && NOT_BEHIND.matcher(after).find();
    return order ? FormalVerbs.ordered(verb).map(formal -> "ne vous " + formal) : Optional.empty();
  }

  private static Remedy remedy(String words, String text, Span span) {
    return new Remedy(span, List.of(Fitting.cased(words, text, span, Language.FRENCH)));
  }
}
