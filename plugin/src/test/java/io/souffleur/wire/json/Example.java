package io.souffleur.wire.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A golden example: {@code <direction>/<type>.json}, or {@code <type>~<what it shows>.json}.
 *
 * @param json without the line's end
 */
record Example(Direction direction, String name, String json) {

  static final Path FOLDER = Path.of("src/main/resources/wire-examples");

  static List<Example> all() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      try (Stream<Path> files = Files.list(FOLDER.resolve(direction.folder()))) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString().replace(".json", "");
          examples.add(new Example(direction, name, Files.readString(file).stripTrailing()));
        }
      }
    }
    return examples;
  }

  /** The type it is an example of. */
  String type() {
    int variant = name.indexOf('~');
    return variant < 0 ? name : name.substring(0, variant);
  }

  @Override
  public String toString() {
    return direction.folder() + "/" + name;
  }
}
