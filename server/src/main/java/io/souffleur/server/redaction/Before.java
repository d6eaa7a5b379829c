package io.souffleur.server.redaction;

import java.util.Locale;
import java.util.Set;

/** What the words right before a number call it. */
final class Before {

  /** How far before a number what it is may be said, in characters. */
  private static final int REACH = 32;

  private static final Set<String> COMPANIES = Set.of("siret", "siren", "rcs", "tva");

  private static final Set<String> ARTICLES =
      Set.of("ean", "ean13", "gtin", "isbn", "upc", "barcode", "barres", "imei");

  private static final Set<String> REFERENCES =
      Set.of(
          "commande",
          "commandes",
          "order",
          "orders",
          "ref",
          "réf",
          "reference",
          "référence",
          "colis",
          "suivi",
          "tracking",
          "parcel",
          "facture",
          "invoice",
          "dossier",
          "case",
          "ticket",
          "client",
          "account",
          "contrat",
          "contract",
          "serie",
          "série",
          "serial",
          "lot",
          "article");

  private Before() {}

  static boolean saysCompany(String text, int at) {
    return says(text, at, COMPANIES);
  }

  static boolean saysArticle(String text, int at) {
    return says(text, at, ARTICLES);
  }

  static boolean saysReference(String text, int at) {
    return says(text, at, REFERENCES)
        || says(text, at, COMPANIES)
        || says(text, at, ARTICLES)
        || (at > 0 && text.charAt(at - 1) == '#');
  }

  private static boolean says(String text, int at, Set<String> words) {
    int from = Math.max(0, at - REACH);
    int end = at;
    while (end > from) {
      while (end > from && !Character.isLetterOrDigit(text.charAt(end - 1))) {
        end--;
      }
      int start = end;
      while (start > from && Character.isLetterOrDigit(text.charAt(start - 1))) {
        start--;
      }
      if (words.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
        return true;
      }
      end = start;
    }
    return false;
  }
}
