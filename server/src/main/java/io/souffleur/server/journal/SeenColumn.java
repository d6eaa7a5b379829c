package io.souffleur.server.journal;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Gist;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the journal writes what was seen in a message: a line each, such as {@code wrong-name 8 13
 * 0.95 nadia}. A value is the rest of its line.
 *
 * <p>Where no words are kept, a line {@code wordless MARK} comes first ({@code -}: no mark), and
 * where it was read, a line {@code read LANGUAGE SETTLED FRENCH ENGLISH ASKED SPOKE WORDS NAME}:
 * the language of the message, that of the conversation ({@code -}: not known), what speaks for
 * either, whether the agent has just asked for the customer's name and whether the agent has spoken
 * at all (0 or 1), the number of words spoken, and what the customer said to be called, if they
 * did.
 */
public final class SeenColumn {

  private static final int PARTS = 5;
  private static final int READ_PARTS = 9;
  private static final String WORDLESS = "wordless ";
  private static final String READ = "read ";
  private static final String NONE = "-";
  private static final String YES = "1";

  private SeenColumn() {}

  /** What the column has of an entry. */
  public static String write(Entry entry) {
    return entry.wordless().map(SeenColumn::write).orElseGet(() -> write(entry.seen()));
  }

  /** What was seen, as lines. */
  public static String write(List<Sighting> seen) {
    return seen.stream().map(SeenColumn::line).collect(Collectors.joining("\n"));
  }

  private static String write(Wordless kept) {
    String head = WORDLESS + (kept.mark().isEmpty() ? NONE : kept.mark());
    return kept.gist()
        .map(
            gist ->
                Stream.concat(
                        Stream.of(head, line(gist)), gist.seen().stream().map(SeenColumn::line))
                    .collect(Collectors.joining("\n")))
        .orElse(head);
  }

  private static String line(Gist gist) {
    LanguageEvidence evidence = gist.evidence();
    Acquaintance known = gist.acquaintance();
    return READ
        + String.join(
            " ",
            gist.language(),
            evidence.settled().map(Language::tag).orElse(NONE),
            Integer.toString(evidence.french()),
            Integer.toString(evidence.english()),
            flag(known.nameAsked()),
            flag(known.agentSpoke()),
            Integer.toString(gist.spoken()))
        + known.name().map(name -> " " + onOneLine(name)).orElse("");
  }

  private static String flag(boolean value) {
    return value ? YES : "0";
  }

  private static String line(Sighting one) {
    String line =
        one.name().wireName()
            + " "
            + one.span().start()
            + " "
            + one.span().end()
            + " "
            + one.confidence();
    return one.value().map(value -> line + " " + onOneLine(value)).orElse(line);
  }

  private static String onOneLine(String value) {
    return value.replaceAll("\\R", " ");
  }

  /**
   * The entry with this body, and with what the column has of it.
   *
   * @throws IllegalStateException when this program didn't write it
   */
  public static Entry filled(Entry entry, String body, String column) {
    if (!column.startsWith(WORDLESS)) {
      return entry.with(body, read(column));
    }
    List<String> lines = column.lines().toList();
    String mark = lines.getFirst().substring(WORDLESS.length());
    Optional<Gist> gist =
        lines.size() > 1
            ? Optional.of(gist(lines.get(1), lines.subList(2, lines.size())))
            : Optional.empty();
    return entry.with(
        body, List.of(), Optional.of(new Wordless(gist, mark.equals(NONE) ? "" : mark)));
  }

  /**
   * What was written.
   *
   * @throws IllegalStateException when this program didn't write it
   */
  public static List<Sighting> read(String column) {
    return column.lines().map(SeenColumn::sighting).toList();
  }

  private static Gist gist(String line, List<String> rest) {
    List<Sighting> seen = new ArrayList<>();
    rest.forEach(one -> seen.add(sighting(one)));
    String[] parts = line.split(" ", READ_PARTS);
    try {
      if (!line.startsWith(READ)) {
        throw new IllegalArgumentException("another line was expected");
      }
      return new Gist(
          parts[1],
          new LanguageEvidence(
              parts[2].equals(NONE)
                  ? Optional.empty()
                  : Optional.of(Language.ofTag(parts[2]).orElseThrow()),
              Integer.parseInt(parts[3]),
              Integer.parseInt(parts[4]),
              ""),
          new Acquaintance(
              parts.length < READ_PARTS ? Optional.empty() : Optional.of(parts[READ_PARTS - 1]),
              parts[5].equals(YES),
              parts[6].equals(YES)),
          seen,
          Integer.parseInt(parts[7]));
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  private static Sighting sighting(String line) {
    String[] parts = line.split(" ", PARTS);
    try {
      return new Sighting(
          CueName.ofWireName(parts[0]).orElseThrow(),
          new Span(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])),
          Double.parseDouble(parts[3]),
          parts.length < PARTS ? Optional.empty() : Optional.of(parts[PARTS - 1]));
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  private static IllegalStateException unreadable(RuntimeException cause) {
    // Not the cause's own message: it may quote a value.
    return new IllegalStateException(
        "what was seen in a message can't be read: " + cause.getClass().getName());
  }
}
