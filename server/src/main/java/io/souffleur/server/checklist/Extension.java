package io.souffleur.server.checklist;

import io.souffleur.server.checklist.RuleFile.ChecklistFile;
import io.souffleur.server.checklist.RuleFile.LibraryFile;
import io.souffleur.server.checklist.Shelf.Found;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.rule.RuleId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the rules that a file extends together with its own, and switches them on and off. */
final class Extension {

  private final Problems problems;

  /** Reports what is wrong in the file itself; what it extends reports its own. */
  Extension(Problems problems) {
    this.problems = problems;
  }

  /** The rules that {@code file} has at hand, when it stands on {@code shelf}. */
  Stock stock(RuleFile file, Shelf shelf) {
    return stock(file, shelf, List.of(file));
  }

  private Stock stock(RuleFile file, Shelf shelf, List<RuleFile> path) {
    Stock stock = new Stock();
    for (Text name : file.extended()) {
      Optional<Found> found = found(name, file, shelf);
      if (found.isPresent() && !closesCircle(name, found.get(), path)) {
        List<RuleFile> further = new ArrayList<>(path);
        further.add(found.get().file());
        Extension quiet = new Extension(new Problems(found.get().file().file()));
        stock.bring(quiet.stock(found.get().file(), found.get().shelf(), further));
      }
    }
    stock.look(file.patterns());
    stock.reckon(file.calendars());
    switch (file) {
      case LibraryFile library -> library.rules().forEach(rule -> stock.write(rule, false));
      case ChecklistFile checklist -> {
        checklist.rules().forEach(rule -> stock.write(rule, rule.enabled()));
        switchOver(checklist, stock);
      }
    }
    return stock;
  }

  private Optional<Found> found(Text name, RuleFile file, Shelf shelf) {
    Optional<Found> found = shelf.find(name.value(), file);
    if (found.isEmpty()) {
      problems.add(
          name.at(),
          "no checklist or library "
              + Problems.quoted(name.value())
              + " to extend"
              + NearestWord.suggestion(name.value(), shelf.names(), Map.of()));
    }
    return found;
  }

  /** Whether following {@code found} would never end; what the file itself says is reported. */
  private boolean closesCircle(Text name, Found found, List<RuleFile> path) {
    RuleFile first = path.getFirst();
    boolean here = path.size() == 1;
    if (here && found.file().file().equals(first.file())) {
      problems.add(name.at(), "nothing can extend itself; name what it is to build on");
      return true;
    }
    if (here && leadsTo(first.file(), found, new HashSet<>())) {
      problems.add(
          name.at(),
          Problems.quoted(name.value())
              + " extends "
              + Problems.quoted(first.name().value())
              + " in its turn; one of them has to come first");
      return true;
    }
    return path.stream().anyMatch(file -> file.file().equals(found.file().file()));
  }

  private static boolean leadsTo(String file, Found from, Set<String> seen) {
    for (Text name : from.file().extended()) {
      Optional<Found> next = from.shelf().find(name.value(), from.file());
      if (next.isPresent()
          && (next.get().file().file().equals(file)
              || (seen.add(next.get().file().file()) && leadsTo(file, next.get(), seen)))) {
        return true;
      }
    }
    return false;
  }

  private void switchOver(ChecklistFile checklist, Stock stock) {
    List<String> on = checklist.on().stream().map(Text::value).toList();
    for (Text off : checklist.off()) {
      if (on.contains(off.value())) {
        problems.add(off.at(), Problems.quoted(off.value()) + " is switched on, too; which is it?");
      } else {
        known(off, stock).ifPresent(stock::switchOff);
      }
    }
    List<RuleId> switched = new ArrayList<>();
    checklist.on().forEach(name -> known(name, stock).ifPresent(switched::add));
    stock.switchOn(switched);
    if (problems.none() && !checklist.extended().isEmpty() && stock.running().isEmpty()) {
      problems.add(
          checklist.name().at(), "no rule is on; name those to switch on, as in on: [greeting]");
    }
  }

  private Optional<RuleId> known(Text name, Stock stock) {
    Optional<RuleId> id = RuleId.of(name.value()).filter(stock::has);
    if (id.isEmpty()) {
      problems.add(
          name.at(),
          "no rule "
              + Problems.quoted(name.value())
              + " here or in what is extended"
              + NearestWord.suggestion(name.value(), stock.ids(), Map.of()));
    }
    return id;
  }
}
