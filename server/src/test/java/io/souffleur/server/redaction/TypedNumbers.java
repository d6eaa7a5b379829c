package io.souffleur.server.redaction;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Numbers as people type them into a chat, by chance from a seed: those that are to be masked, and
 * those that only look like it.
 */
final class TypedNumbers {

  /** Prefix, then how many digits. */
  private record Scheme(String prefix, int length) {}

  private static final List<Scheme> SCHEMES =
      List.of(
          new Scheme("4", 16),
          new Scheme("4970", 16),
          new Scheme("4", 13),
          new Scheme("4", 19),
          new Scheme("51", 16),
          new Scheme("55", 16),
          new Scheme("2221", 16),
          new Scheme("2720", 16),
          new Scheme("34", 15),
          new Scheme("37", 15),
          new Scheme("300", 14),
          new Scheme("36", 14),
          new Scheme("38", 14),
          new Scheme("6011", 16),
          new Scheme("65", 16),
          new Scheme("3528", 16),
          new Scheme("3589", 16),
          new Scheme("62", 16),
          new Scheme("62", 19),
          new Scheme("5018", 16),
          new Scheme("6759", 18),
          new Scheme("5612", 17),
          new Scheme("2200", 16));

  private static final List<String> CARD_WORDS =
      List.of(
          "Ma carte : %s",
          "%s",
          "voila le num %s exp 04/28",
          "my card is %s, expires 04/28.",
          "CB%s merci",
          "numéro de carte bancaire %s et le crypto 123",
          "it's %s !",
          "(%s)",
          "carte\n%s\nmerci",
          "je paie 45,90 € avec %s");

  private final Random random;

  TypedNumbers(long seed) {
    this.random = new Random(seed);
  }

  /** Something typed, and the digits of it that count. */
  record Typed(String text, String number) {}

  private String digits(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "" + random.nextInt(10))
        .reduce("", String::concat);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String withLuhn(String head) {
    for (char last = '0'; last <= '9'; last++) {
      if (io.souffleur.server.core.text.PersonalNumbers.luhn((head + last).toCharArray())) {
        return head + last;
      }
    }
    throw new IllegalStateException("one of ten digits is right");
  }

  Typed card() {
    Scheme scheme = one(SCHEMES);
    String number =
        withLuhn(scheme.prefix() + digits(scheme.length() - scheme.prefix().length() - 1));
    return new Typed(one(CARD_WORDS).formatted(typed(number)), number);
  }

  private String typed(String number) {
    String separator =
        one(
            List.of(
                "",
                "",
                "",
                " ",
                " ",
                " ",
                "-",
                "-",
                ".",
                "\u00a0",
                "\u202f",
                " - ",
                "  ",
                "/",
                "\u2011",
                "\u2013",
                "_",
                "\n",
                "\u200b",
                "\ufe0f\u20e3"));
    String grouped =
        switch (number.length()) {
          case 15 -> grouped(number, separator, 4, 6, 5);
          case 14 -> grouped(number, separator, 4, 6, 4);
          default ->
              switch (random.nextInt(12)) {
                case 0 -> grouped(number, separator, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
                case 1 -> String.join(" ", number.split(""));
                case 2 -> grouped(number, separator, 8, 8, 8);
                case 3 -> grouped(number, separator, 4, 8, 4, 4);
                case 4 -> grouped(number, separator, 6, 6, 6, 6);
                default -> grouped(number, separator, 4, 4, 4, 4, 4);
              };
        };
    return random.nextInt(60) == 0
        ? grouped.chars().mapToObj(c -> wide((char) c)).reduce("", String::concat)
        : grouped;
  }

  private static String wide(char c) {
    return c >= '0' && c <= '9' ? "" + (char) (c - '0' + '\uff10') : "" + c;
  }

  private static String grouped(String number, String separator, int... lengths) {
    StringBuilder typed = new StringBuilder();
    int at = 0;
    for (int length : lengths) {
      int end = Math.min(number.length(), at + length);
      if (end > at) {
        typed.append(at == 0 ? "" : separator).append(number, at, end);
      }
      at = end;
    }
    return typed.toString();
  }

  Typed iban() {
    String country = one(List.of("FR", "DE", "BE", "GB", "ES", "LU", "CH"));
    String rest =
        switch (country) {
          case "FR" -> digits(23);
          case "DE" -> digits(18);
          case "BE" -> digits(12);
          case "GB" -> "NWBK" + digits(14);
          case "ES" -> digits(20);
          case "LU" -> digits(16);
          default -> digits(17);
        };
    String number = country + "00" + rest;
    for (int check = 2; check < 99; check++) {
      String tried = country + "%02d".formatted(check) + rest;
      if (io.souffleur.server.core.text.PersonalNumbers.isIban(tried)) {
        number = tried;
      }
    }
    String typed =
        grouped(number, one(List.of("", " ", " ", "-", "\u00a0")), 4, 4, 4, 4, 4, 4, 4, 4);
    typed = random.nextInt(4) == 0 ? typed.toLowerCase(java.util.Locale.ROOT) : typed;
    return new Typed(
        one(List.of("%s", "IBAN : %s", "mon iban %s merci", "to %s, please")).formatted(typed),
        number);
  }

  Typed email() {
    String address =
        one(List.of("camille.durand", "c_d", "j.doe+shop", "zoé", "o'neil", "n1234567"))
            + "@"
            + one(List.of("example.org", "mail.example.co.uk", "exemple.fr", "ex-ample.com"));
    return new Typed(
        one(List.of("%s", "<%s>", "mon mail est %s.", "écrivez à %s, merci")).formatted(address),
        address);
  }

  Typed phone() {
    String number;
    String typed;
    String separator = one(List.of("", " ", " ", ".", "-", "\u00a0"));
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        number = "0" + one(List.of("1", "2", "3", "4", "5", "6", "7", "9")) + digits(8);
        typed = grouped(number, separator, 2, 2, 2, 2, 2);
      }
      case 2 -> {
        number = "33" + one(List.of("1", "6", "7")) + digits(8);
        typed = one(List.of("+", "00", "+ ")) + grouped(number, separator, 2, 1, 2, 2, 2, 2);
      }
      case 3 -> {
        number = northAmerican();
        typed = grouped(number, separator, 3, 3, 4);
      }
      case 4 -> {
        number = northAmerican();
        typed =
            "("
                + number.substring(0, 3)
                + ") "
                + number.substring(3, 6)
                + "-"
                + number.substring(6);
      }
      default -> {
        number = "1" + northAmerican();
        typed = one(List.of("+", "")) + grouped(number, one(List.of(" ", "-", ".")), 1, 3, 3, 4);
      }
    }
    return new Typed(
        one(List.of("%s", "mon tel %s", "appelez-moi au %s svp", "call me at %s, thanks"))
            .formatted(typed),
        number);
  }

  private String northAmerican() {
    return one(List.of("514", "438", "416", "604", "212", "415"))
        + (2 + random.nextInt(8))
        + one(List.of("02", "34", "55", "78"))
        + digits(4);
  }

  /** Something that must stay as it is. */
  String nearMiss() {
    List<Supplier<String>> kinds =
        List.of(
            () -> "commande " + digits(8),
            () -> "commande n° " + digits(10),
            () -> "order #" + digits(12),
            () -> "colis 6A" + digits(11),
            () -> "suivi 1Z" + digits(16),
            () -> "tracking " + digits(20),
            () -> "tracking 94" + digits(20),
            () -> "EAN " + one(List.of("3", "4", "5")) + digits(12),
            () -> "SIRET " + siret(),
            () -> grouped(siret(), " ", 3, 3, 3, 5),
            () -> "le 12/03/2026 à 14:30:15",
            () -> "20260312143015 " + digits(3),
            () -> "du 01.02.2026 au 03.04.2026",
            () -> "réf. " + digits(4) + "-" + digits(6),
            () -> "1 299,90 € puis 45,00 €",
            () -> "IMEI 35" + digits(13),
            () -> "550e8400-e29b-41d4-a716-446655440000",
            () -> "17" + digits(11),
            () -> "4 articles à 12,50 €, 2 à 8 €",
            () -> "tables 4512, 3345, 9988, 1234",
            () -> "carte **** **** **** " + digits(4),
            () -> "version 4.16.2.1200, build 20260101");
    return one(kinds).get();
  }

  /** A card number with one digit wrong, or of no issuer. */
  String wrongCard() {
    String card = card().number();
    char[] wrong = card.toCharArray();
    int at = 6 + random.nextInt(6);
    wrong[at] = (char) ('0' + (wrong[at] - '0' + 1 + random.nextInt(8)) % 10);
    return random.nextBoolean()
        ? grouped(String.valueOf(wrong), " ", 4, 4, 4, 4, 4)
        : grouped(withLuhn("9" + digits(14)), " ", 4, 4, 4, 4);
  }

  private String siret() {
    return withLuhn(withLuhn(one(List.of("38", "55", "41", "30")) + digits(6)) + "000" + digits(1));
  }
}
