package io.souffleur.server.checklist;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where files find what they extend, by name: beside them, or on the shelf below, which holds what
 * comes with the program. Immutable.
 */
final class Shelf {

  private final Map<String, RuleFile> files;
  private final Optional<Shelf> below;

  private Shelf(Map<String, RuleFile> files, Optional<Shelf> below) {
    this.files = files;
    this.below = below;
  }

  /** A shelf with {@code files} alone. */
  static Shelf of(Collection<RuleFile> files) {
    return new Shelf(byName(files), Optional.empty());
  }

  /** A shelf with {@code files} above this one. */
  Shelf above(Collection<RuleFile> files) {
    return new Shelf(byName(files), Optional.of(this));
  }

  private static Map<String, RuleFile> byName(Collection<RuleFile> files) {
    Map<String, RuleFile> byName = new LinkedHashMap<>();
    files.forEach(file -> byName.putIfAbsent(file.name().value(), file));
    return byName;
  }

  /** A file, and the shelf on which it finds what it extends itself. */
  record Found(RuleFile file, Shelf shelf) {}

  /**
   * The file called {@code name}, where {@code asker} looks for it. A file that bears the name of
   * one below means that one, so that it can replace what it extends.
   */
  Optional<Found> find(String name, RuleFile asker) {
    RuleFile here = files.get(name);
    boolean itself = here != null && here.file().equals(asker.file());
    Optional<Found> lower = below.flatMap(shelf -> shelf.find(name, asker));
    return here == null || (itself && lower.isPresent())
        ? lower
        : Optional.of(new Found(here, this));
  }

  /** Every name there is. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(files.keySet());
    below.ifPresent(shelf -> names.addAll(shelf.names()));
    return names;
  }
}
