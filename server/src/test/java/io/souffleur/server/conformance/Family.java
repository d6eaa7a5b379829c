package io.souffleur.server.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Cases about one part of RFC 6455, numbered as the Autobahn testsuite made it a custom: family,
 * group, case. Each is for every door.
 */
final class Family {
  private final int number;
  private final List<Exchange> cases = new ArrayList<>();
  private int group;
  private int member;
  private String about = "";

  Family(int number) {
    this.number = number;
  }

  /** Begins the next group. */
  Family group(String title) {
    group++;
    member = 0;
    about = title;
    return this;
  }

  /** Adds a case whose bytes leave together. */
  void add(String what, Function<Door, byte[]> said, Answer... heard) {
    addPieces(what, door -> List.of(said.apply(door)), heard);
  }

  /** Adds a case whose bytes leave in pieces. */
  void addPieces(String what, Function<Door, List<byte[]>> said, Answer... heard) {
    member++;
    for (Door door : Door.values()) {
      cases.add(
          new Exchange(
              number + "." + group + "." + member,
              about + ", " + what,
              door,
              said.apply(door),
              List.of(heard)));
    }
  }

  List<Exchange> cases() {
    return List.copyOf(cases);
  }
}
