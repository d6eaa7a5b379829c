package io.souffleur.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the operation that a request over HTTP asks for. */
public final class Routes {
  private static final String ANYWHERE = "/*";
  private static final String ID = "{id}";

  /** Where programs ask; there are no pages there. */
  private static final String PROGRAMS = "/v1/";

  /** What a request asks for. */
  public sealed interface Asked {
    /**
     * An operation of the table.
     *
     * @param id the part of the path that names something
     */
    record Known(Operation operation, Optional<String> id) implements Asked {}

    /** Something that can't be done there; {@code methods} can. */
    record WrongMethod(List<String> methods) implements Asked {}

    /** Something that nobody can ask for. */
    record Nothing() implements Asked {}
  }

  private record Entry(Operation operation, Where.Route route, List<String> parts) {}

  private static final List<Entry> ENTRIES = entries();

  private Routes() {}

  private static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      if (operation.where() instanceof Where.Route route && !route.path().equals(ANYWHERE)) {
        entries.add(new Entry(operation, route, parts(route.path())));
      }
    }
    return List.copyOf(entries);
  }

  /**
   * The operation of a request.
   *
   * @param path decoded, without the query
   */
  public static Asked find(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    List<String> parts = parts(path);
    TreeSet<String> others = new TreeSet<>();
    for (Entry entry : ENTRIES) {
      if (matches(entry.parts(), parts)) {
        if (entry.route().method().equals(asked)) {
          return new Asked.Known(entry.operation(), id(entry.parts(), parts));
        }
        others.add(entry.route().method());
      }
    }
    if (!others.isEmpty()) {
      return new Asked.WrongMethod(List.copyOf(others));
    }
    if (path.startsWith(PROGRAMS)) {
      return new Asked.Nothing();
    }
    return asked.equals("GET")
        ? new Asked.Known(Operation.PAGE, Optional.empty())
        : new Asked.WrongMethod(List.of("GET"));
  }

  /** Whether the table knows requests at {@code path}, which may end in {@code /*}. */
  public static boolean knows(String path) {
    String prefix = path.endsWith(ANYWHERE) ? path.substring(0, path.length() - 2) : path;
    return ENTRIES.stream()
        .anyMatch(
            entry ->
                entry.route().path().equals(prefix)
                    || (path.endsWith(ANYWHERE) && entry.route().path().startsWith(prefix + "/")));
  }

  private static List<String> parts(String path) {
    return List.of(path.split("/", -1));
  }

  private static boolean matches(List<String> pattern, List<String> parts) {
    if (pattern.size() != parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (pattern.get(i).equals(ID) ? part.isEmpty() : !pattern.get(i).equals(part)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> id(List<String> pattern, List<String> parts) {
    int place = pattern.indexOf(ID);
    return place < 0 ? Optional.empty() : Optional.of(parts.get(place));
  }
}
