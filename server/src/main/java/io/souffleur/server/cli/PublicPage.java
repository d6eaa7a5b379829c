package io.souffleur.server.cli;

import io.souffleur.server.core.rule.Norm;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.replay.Results;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** The norms of a house and how far it keeps them, in Markdown, for its customers. */
final class PublicPage {

  private static final String NARROW = "\u202f";
  private static final String SPACE = "\u00a0";

  private final Results results;
  private final Language language;

  PublicPage(Results results, Language language) {
    this.results = results;
    this.language = language;
  }

  void write(PrintWriter out) {
    out.println(
        "# "
            + said(
                "Nos engagements, et comment nous les tenons",
                "Our commitments, and how we keep them"));
    out.println();
    if (results.published().isEmpty()) {
      out.println(
          said(
              "Trop peu de conversations pour publier un résultat.",
              "Too few conversations to publish a result."));
    } else {
      table(out);
    }
    out.flush();
  }

  private void table(PrintWriter out) {
    out.println(
        results.period().map(this::days).orElse("")
            + said(SPACE + ": ", ": ")
            + number(results.conversations())
            + said(
                " conversations, évaluées automatiquement.",
                " conversations, assessed automatically."));
    out.println();
    out.println(
        said(
            "| engagement | pourquoi | tenu dans | sur | norme |",
            "| commitment | why | kept in | out of | norm |"));
    out.println("| --- | --- | ---: | ---: | --- |");
    for (Results.Row row : results.published()) {
      out.println(
          "| "
              + cell(row.title().in(language))
              + " | "
              + cell(row.why().in(language))
              + " | "
              + share(row)
              + " | "
              + number(row.applied())
              + " | "
              + row.norms().stream().map(Norm::number).collect(Collectors.joining(", "))
              + " |");
    }
    out.println();
    out.println(
        said(
            "«"
                + SPACE
                + "Sur"
                + SPACE
                + "»"
                + SPACE
                + ": les conversations dans lesquelles l’engagement avait lieu d’être tenu."
                + " Les pourcentages sont arrondis vers le bas.",
            "“Out of”: the conversations in which there was occasion to keep the commitment."
                + " Percentages are rounded down."));
    if (results.leftOut() > 0) {
      out.println();
      out.println(
          said("Non publié, faute de ", "Not published, for want of ")
              + Results.FEWEST
              + " conversations"
              + said(SPACE + ": ", ": ")
              + number(results.leftOut())
              + (results.leftOut() == 1
                  ? said(" engagement.", " commitment.")
                  : said(" engagements.", " commitments.")));
    }
  }

  /** Rounded down: of what was kept less than always nobody says “100 %”. */
  private String share(Results.Row row) {
    long percent = 100 * row.kept() / row.applied();
    return percent + said(NARROW + "%", "%");
  }

  private String days(Results.Period period) {
    if (period.first().equals(period.last())) {
      return said("Le ", "On ") + day(period.first());
    }
    return said("Du ", "From ") + day(period.first()) + said(" au ", " to ") + day(period.last());
  }

  private String day(LocalDate day) {
    String rest =
        DateTimeFormatter.ofPattern("MMMM uuuu", said(Locale.FRENCH, Locale.ENGLISH)).format(day);
    String number =
        day.getDayOfMonth() == 1 ? said("1er", "1") : Integer.toString(day.getDayOfMonth());
    return number + " " + rest;
  }

  private String number(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(",", said(NARROW, ","));
  }

  /** As text and nothing else, in a cell of a Markdown table. */
  private static String cell(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\\", "\\\\")
        .replaceAll("[|*_`\\[\\]]", "\\\\$0")
        .replaceAll("\\s*\\R\\s*", " ");
  }

  private <T> T said(T french, T english) {
    return switch (language) {
      case FRENCH -> french;
      case ENGLISH -> english;
    };
  }
}
