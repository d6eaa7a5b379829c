package io.souffleur.server.languagetool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.souffleur.server.core.cue.Misspelling;
import io.souffleur.server.core.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what LanguageTool answers to {@code /v2/check}: the errors of spelling and grammar, each
 * with the best replacements. Matters of style and of typography are none of ours.
 */
final class Errors {

  /** A draft with more errors is not mended one by one. */
  static final int MOST = 10;

  static final int MOST_REPLACEMENTS = 3;

  /** By the names of the Internationalization Tag Set, which LanguageTool uses. */
  private static final Set<String> KINDS = Set.of("misspelling", "grammar");

  /** What most French rules say of themselves; their category tells more. */
  private static final String NO_KIND = "uncategorized";

  private static final Set<String> CATEGORIES =
      Set.of(
          "AGREEMENT",
          "CAT_ELISION",
          "CAT_GRAMMAIRE",
          "CAT_HOMONYMES_PARONYMES",
          "CONFUSED_WORDS",
          "GRAMMAR",
          "TYPOS");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(16).maxStringLength(65_536).build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private Errors() {}

  /**
   * The errors in {@code text}, in its order.
   *
   * @throws IOException when the answer is not one
   */
  static List<Misspelling> read(byte[] answer, String text) throws IOException {
    List<Misspelling> errors = new ArrayList<>();
    try (JsonParser json = JSON.createParser(answer)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the answer is not a JSON object");
      }
      boolean matches = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("matches") && value == JsonToken.START_ARRAY) {
          matches = true;
          while (json.nextToken() == JsonToken.START_OBJECT) {
            match(json).in(text).filter(error -> errors.size() < MOST).ifPresent(errors::add);
          }
        } else {
          json.skipChildren();
        }
      }
      if (!matches) {
        throw new IOException("the answer has no matches");
      }
    }
    return errors;
  }

  private static Match match(JsonParser json) throws IOException {
    int offset = -1;
    int length = 0;
    boolean ours = false;
    List<String> replacements = List.of();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "offset" -> offset = json.getValueAsInt(-1);
        case "length" -> length = json.getValueAsInt(0);
        case "rule" -> ours = value == JsonToken.START_OBJECT && isOurs(json);
        case "replacements" -> {
          if (value == JsonToken.START_ARRAY) {
            replacements = replacements(json);
          }
        }
        default -> {}
      }
      json.skipChildren();
    }
    return new Match(offset, length, ours, replacements);
  }

  /** Whether the rule, an object whose start was read, is about spelling or grammar. */
  private static boolean isOurs(JsonParser json) throws IOException {
    String kind = "";
    String category = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("issueType")) {
        kind = json.getValueAsString("");
      } else if (name.equals("category") && value == JsonToken.START_OBJECT) {
        category = text(json, "id");
      }
      json.skipChildren();
    }
    return KINDS.contains(kind) || (kind.equals(NO_KIND) && CATEGORIES.contains(category));
  }

  /** The text of the field {@code wanted} of an object whose start was read; reads to its end. */
  private static String text(JsonParser json, String wanted) throws IOException {
    String found = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals(wanted)) {
        found = json.getValueAsString("");
      }
      json.skipChildren();
    }
    return found;
  }

  /** The first values of a list of replacements whose start was read; reads to its end. */
  private static List<String> replacements(JsonParser json) throws IOException {
    List<String> best = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String value = text(json, "value");
      if (best.size() < MOST_REPLACEMENTS && !value.isBlank()) {
        best.add(value);
      }
    }
    return best;
  }

  private record Match(int offset, int length, boolean ours, List<String> replacements) {

    Optional<Misspelling> in(String text) {
      if (!ours || offset < 0 || length < 1 || length > text.length() - offset) {
        return Optional.empty();
      }
      String words = text.substring(offset, offset + length);
      return Optional.of(
          new Misspelling(
              new Span(offset, offset + length),
              words,
              replacements.stream().filter(value -> !value.equals(words)).toList()));
    }
  }
}
