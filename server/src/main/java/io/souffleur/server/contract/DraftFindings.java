package io.souffleur.server.contract;

import io.souffleur.server.core.Draft;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Misspelling;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Drafting;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Sought;
import io.souffleur.server.core.rule.Words;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.Span;
import io.souffleur.wire.DeskReply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the check of a draft found, in the words of a desk: most serious first, then by place. */
final class DraftFindings {

  /** A desk shows two at a time; a draft that is all findings is not told them all. */
  static final int MOST = 20;

  /** Not a matter of wording: these must not leave the house, or not for this customer. */
  private static final EnumSet<CueName> GRAVE =
      EnumSet.of(CueName.PERSONAL_DATA, CueName.INTERNAL_INFORMATION, CueName.WRONG_NAME);

  /** A dictionary may be wrong, so it asks for a look and blames nobody. */
  private static final Words TO_CHECK =
      new Words("Orthographe ou accord à vérifier", "Spelling or grammar to check");

  private static final Comparator<DeskReply.Finding> BY_WEIGHT =
      Comparator.comparing(DeskReply.Finding::severity)
          .reversed()
          .thenComparing(finding -> !finding.blocks())
          .thenComparingInt(DeskReply.Finding::start);

  private final String text;
  private final Facts facts;
  private final Language spoken;
  private final Language read;

  /**
   * What is found in one draft.
   *
   * @param text the draft
   * @param spoken the language of the conversation
   * @param read the language of the desk
   */
  DraftFindings(String text, Facts facts, Language spoken, Language read) {
    this.text = text;
    this.facts = facts;
    this.spoken = spoken;
    this.read = read;
  }

  /**
   * The findings.
   *
   * @param proofs errors of spelling, told also where no rule is about them
   */
  List<DeskReply.Finding> of(Draft draft, List<Misspelling> proofs) {
    List<DeskReply.Finding> findings = new ArrayList<>();
    draft.breaks().forEach(broken -> findings.add(broken(broken.item(), broken.cue())));
    draft.gaps().forEach(gap -> findings.add(missing(gap.item(), gap.closing())));
    proofs.forEach(error -> findings.add(misspelt(error)));
    findings.sort(BY_WEIGHT);
    Set<Place> told = new HashSet<>();
    return findings.stream().filter(finding -> told.add(Place.of(finding))).limit(MOST).toList();
  }

  private DeskReply.Finding broken(Rule.Item item, Cue cue) {
    Severity otherwise =
        item.prompting()
            .flatMap(Prompting::missed)
            .orElse(GRAVE.contains(cue.name()) ? Severity.URGENT : Severity.NUDGE);
    Remedy remedy = Remedy.of(cue, text, facts, spoken);
    return finding(item, cue.name(), remedy.span(), otherwise, remedy.replacements(), false);
  }

  private DeskReply.Finding misspelt(Misspelling error) {
    return new DeskReply.Finding(
        CueName.SPELLING.wireName(),
        error.span().start(),
        error.span().end(),
        Terms.severity(Severity.NUDGE),
        TO_CHECK.in(read),
        error.replacements(),
        Optional.empty(),
        false,
        false);
  }

  private DeskReply.Finding missing(Rule.Item item, Optional<Span> closing) {
    Severity otherwise = item.prompting().flatMap(Prompting::atRisk).orElse(Severity.NUDGE);
    Span span = closing.orElseGet(() -> new Span(text.length(), text.length()));
    return finding(item, lookedFor(item.requirement().what()), span, otherwise, List.of(), true);
  }

  private static CueName lookedFor(Sought what) {
    return switch (what) {
      case CueTest test -> Collections.min(test.cues());
      case Occurrence wordless ->
          throw new IllegalArgumentException("no draft can leave out " + wordless);
    };
  }

  private DeskReply.Finding finding(
      Rule.Item item,
      CueName cue,
      Span span,
      Severity otherwise,
      List<String> replacements,
      boolean missing) {
    Words title = item.prompting().map(Prompting::title).orElse(item.title());
    return new DeskReply.Finding(
        cue.wireName(),
        span.start(),
        span.end(),
        Terms.severity(item.drafting().flatMap(Drafting::severity).orElse(otherwise)),
        item.drafting().flatMap(Drafting::text).orElse(title).in(read),
        replacements,
        Optional.of(item.id().key()),
        missing,
        item.drafting().filter(Drafting::blocks).isPresent());
  }

  /** Two rules about the same cue in the same place say one thing. */
  private record Place(String cue, int start, int end, boolean missing) {

    static Place of(DeskReply.Finding finding) {
      return new Place(finding.cue(), finding.start(), finding.end(), finding.missing());
    }
  }
}
