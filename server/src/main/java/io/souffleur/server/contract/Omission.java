package io.souffleur.server.contract;

import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import java.util.EnumSet;
import java.util.regex.Pattern;

/**
 * Whether words may simply go and leave a sentence: an emoji anywhere; of the other cues only what
 * adds a circumstance (“sans aucun problème”, “via the CRM”) to a clause that is complete before
 * it, and that ends with it or goes on with another one (“avant vendredi”). The blank that kept
 * them apart goes with them at the desk.
 */
final class Omission {

  private static final EnumSet<CueName> ADDED =
      EnumSet.of(CueName.OVER_PROMISE, CueName.INTERNAL_INFORMATION);

  private static final Pattern CIRCUMSTANCE =
      Pattern.compile(
          "(?:sans|à|a|en|dans|sur|via|pour|quoi|coûte|coute"
              + "|without|for|in|on|into|no matter)(?![\\p{L}\\p{N}'’]).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  /** What can't do without the words behind it: a form of “be”, a comma, or nothing at all. */
  private static final Pattern INCOMPLETE =
      Pattern.compile(
          "(?:^|[,.!?…\\n"
              + ";:(«“\"]"
              + "|(?<![\\p{L}\\p{N}])(?:est|sont|sera|seront|serez|serons|êtes|etes|sommes|soit|être"
              + "|etre|et|ou|de|is|are|was|be|been|and|or|of|to)"
              + "|['’](?:s|re|m|est))[\\s\\u00A0\\u202F]*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The end of a clause, or another circumstance; no complement of what would go. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "^[\\s\\u00A0\\u202F]*(?:$|[.!?…;:,)»”]|(?:avant|après|dès|demain|aujourd['’]hui"
              + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce|cette|et|mais|car|sous|dans"
              + "|before|after|by|within|today|tomorrow|tonight|on|this|next|and|but)(?![\\p{L}\\p{N}]))",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int LOOKS_AROUND = 40;

  private Omission() {}

  /** Whether {@code text} does without the words of {@code cue}. */
  static boolean leavesSentence(Cue cue, String text) {
    Span span = cue.span();
    if (cue.name() == CueName.EMOJI) {
      return true;
    }
    String before = text.substring(Math.max(0, span.start() - LOOKS_AROUND), span.start());
    String after = text.substring(span.end(), Math.min(text.length(), span.end() + LOOKS_AROUND));
    return ADDED.contains(cue.name())
        && CIRCUMSTANCE.matcher(span.of(text)).matches()
        && !INCOMPLETE.matcher(before).find()
        && GOES_ON.matcher(after).find();
  }
}
