package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Drafting;
import io.souffleur.server.core.rule.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what the check of a draft says about a rule. */
final class DraftReader {

  private static final int LONGEST_TEXT = 60;
  private static final int MOST_WORDS = 8;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F]+");

  private final Problems problems;
  private final Values values;

  DraftReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  /**
   * The {@code draft} of an item.
   *
   * @param avoids whether the item is one to avoid: only then it may be urgent
   */
  Drafting read(Written written, boolean avoids) {
    Section section =
        Section.open(written, "“draft”", List.of("severity", "text", "block"), problems);
    if (!section.has("severity") && !section.has("text") && !section.has("block")) {
      section.missing("what about the draft? Write severity, text or block");
    }
    Optional<Severity> severity = section.find("severity").flatMap(this::severity);
    if (severity.isPresent() && severity.get() == Severity.URGENT && !avoids) {
      problems.add(
          section.find("severity").orElseThrow().at(),
          "“urgent” is kept for something that must not be said; here it is nudge or prompt");
    }
    return new Drafting(
        severity,
        section.find("text").map(this::words),
        section.find("block").filter(values::yesOrNo).isPresent());
  }

  private Optional<Severity> severity(Written written) {
    return values.choice(written, "severity", HintReader.SEVERITIES, HintReader.OTHER_SEVERITIES);
  }

  private Words words(Written written) {
    if (written instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> brief(entry.value()));
    }
    return values.words(written, "a text", LONGEST_TEXT);
  }

  private void brief(Written written) {
    if (written instanceof Text text) {
      long words = BLANKS.splitAsStream(text.value()).filter(DraftReader::isWord).count();
      if (words > MOST_WORDS) {
        problems.add(
            text.at(),
            words
                + " words, and whoever types has time for "
                + MOST_WORDS
                + ": "
                + Problems.quoted(text.value()));
      }
    }
  }

  private static boolean isWord(String word) {
    return word.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
