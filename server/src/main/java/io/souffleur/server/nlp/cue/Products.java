package io.souffleur.server.nlp.cue;

/** How products are written: their right forms, the preferred one first, parted by bars. */
final class Products {

  private Products() {}

  /** The form that is preferred: "Wi-Fi" of "Wi-Fi | wifi". */
  static String first(String forms) {
    int bar = forms.indexOf('|');
    return (bar < 0 ? forms : forms.substring(0, bar)).strip();
  }

  /** Whether {@code written} is one of the forms; any hyphen and any space will do. */
  static boolean isRight(String written, String forms) {
    int from = 0;
    while (from <= forms.length()) {
      int bar = forms.indexOf('|', from);
      int until = bar < 0 ? forms.length() : bar;
      if (isSame(written, forms.substring(from, until).strip())) {
        return true;
      }
      from = until + 1;
    }
    return false;
  }

  private static boolean isSame(String written, String form) {
    if (written.length() != form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      if (plain(written.charAt(i)) != plain(form.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char plain(char c) {
    return switch (c) {
      case '\u2010', '\u2011' -> '-';
      case '\u00a0', '\u202f' -> ' ';
      default -> c;
    };
  }
}
