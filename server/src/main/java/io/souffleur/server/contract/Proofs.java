package io.souffleur.server.contract;

import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Misspelling;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.Span;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which errors of spelling are none: a dictionary knows neither the people of a conversation nor
 * the products and data in it, and takes the short forms of a chat for words gone wrong.
 */
final class Proofs {

  /** Words that a dictionary can't know, or about which more is said already. */
  private static final EnumSet<CueName> BETTER_KNOWN =
      EnumSet.of(
          CueName.CUSTOMER_NAME,
          CueName.WRONG_NAME,
          CueName.SELF_INTRODUCTION,
          CueName.CONTACT_DETAILS,
          CueName.PRODUCT_NAME,
          CueName.JARGON,
          CueName.PLACEHOLDER,
          CueName.PERSONAL_DATA,
          CueName.EMOJI,
          CueName.PATTERN);

  /** Said in short forms: bjr, thx, bye. */
  private static final EnumSet<CueName> SHORTENED =
      EnumSet.of(CueName.GREETING, CueName.FAREWELL, CueName.THANKS, CueName.WELCOME);

  private static final int LONGEST_SHORT_FORM = 3;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

  private Proofs() {}

  /** Those of {@code errors} that are worth telling in a draft that was read as {@code draft}. */
  static List<Misspelling> kept(List<Misspelling> errors, Reading draft, Facts facts) {
    if (errors.isEmpty()) {
      return errors;
    }
    Set<String> names = names(facts);
    return errors.stream()
        .filter(error -> !isNamed(error, names))
        .filter(error -> !shows(draft, error, BETTER_KNOWN))
        .filter(
            error -> error.text().length() > LONGEST_SHORT_FORM || !shows(draft, error, SHORTENED))
        .toList();
  }

  private static boolean isNamed(Misspelling error, Set<String> names) {
    return BETWEEN_WORDS.splitAsStream(small(error.text())).anyMatch(names::contains);
  }

  private static boolean shows(Reading draft, Misspelling error, EnumSet<CueName> cues) {
    return draft.cues().stream()
        .anyMatch(cue -> cues.contains(cue.name()) && meet(cue.span(), error.span()));
  }

  private static boolean meet(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static Set<String> names(Facts facts) {
    Customer customer = facts.customer();
    Set<String> names = new HashSet<>();
    for (Optional<String> name :
        List.of(
            customer.name(),
            customer.firstName(),
            customer.lastName(),
            facts.acquaintance().name(),
            facts.agent().map(Agent::name))) {
      name.map(Proofs::small).stream()
          .flatMap(BETWEEN_WORDS::splitAsStream)
          .filter(word -> !word.isEmpty())
          .forEach(names::add);
    }
    return names;
  }

  private static String small(String words) {
    return words.toLowerCase(Locale.ROOT);
  }
}
