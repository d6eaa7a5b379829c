package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Sees a variable that nobody filled in: {@code {{name}}}, {@code [NOM]}, {@code %prenom%}. */
final class PlaceholderDetector implements Detector {

  private static final double SURE = 0.9;
  private static final int LONGEST = 40;

  private static final Set<String> NAMES =
      Set.of(
          "nom",
          "prenom",
          "prénom",
          "client",
          "date",
          "heure",
          "montant",
          "numero",
          "numéro",
          "name",
          "customer",
          "agent",
          "insert",
          "amount",
          "time",
          "number",
          "order",
          "first",
          "last",
          "your",
          "votre",
          "insérer",
          "inserer",
          "commande",
          "ticket",
          "lien",
          "link",
          "company",
          "societe",
          "société",
          "email",
          "adresse",
          "address",
          "x",
          "xx",
          "xxx");

  @Override
  public void detect(Message message, CueSink cues) {
    if (!cues.canShow(CueName.PLACEHOLDER)) {
      return;
    }
    String text = message.words().text();
    for (int at = 0; at < text.length(); at++) {
      int end =
          switch (text.charAt(at)) {
            case '{' -> braces(text, at);
            case '[' -> named(text, at, ']');
            case '<' -> named(text, at, '>');
            case '%' -> named(text, at, '%');
            default -> at;
          };
      if (end > at) {
        cues.add(CueName.PLACEHOLDER, new Span(at, end), SURE, Optional.empty());
        at = end - 1;
      }
    }
  }

  private static int braces(String text, int at) {
    int close = close(text, at + 1, '}');
    if (close < 0) {
      return at;
    }
    int end = close + 1;
    boolean twice = text.startsWith("{{", at) && end < text.length() && text.charAt(end) == '}';
    return twice ? end + 1 : end;
  }

  private static int named(String text, int at, char closing) {
    int close = close(text, at + 1, closing);
    if (close < 0) {
      return at;
    }
    String inside = text.substring(at + 1, close).strip();
    boolean capitals =
        inside.length() >= 3
            && inside.equals(inside.toUpperCase(Locale.ROOT))
            && inside.chars().allMatch(c -> Character.isUpperCase(c) || c == '_' || c == ' ');
    String[] words = inside.toLowerCase(Locale.ROOT).split("[ _.-]");
    return capitals || NAMES.contains(words[0]) || NAMES.contains(words[words.length - 1])
        ? close + 1
        : at;
  }

  /** Where the name of a variable ends, or -1 when this is not one. */
  private static int close(String text, int from, char closing) {
    int letters = 0;
    for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
      char c = text.charAt(i);
      if (c == closing) {
        return letters > 0 ? i : -1;
      }
      if (c == '\n') {
        return -1;
      }
      letters += Character.isLetter(c) ? 1 : 0;
    }
    return -1;
  }
}
