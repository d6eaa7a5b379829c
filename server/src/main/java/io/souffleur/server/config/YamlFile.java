package io.souffleur.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file being read: its values with their places, and every mistake found on the way. */
final class YamlFile {
  private static final int LONGEST = 1024 * 1024;

  /** A value and where it stands. */
  record Value(Node node) {
    int line() {
      return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    int column() {
      return node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }
  }

  private final Path file;
  private final List<Mistake> mistakes = new ArrayList<>();
  private boolean unreadable;

  YamlFile(Path file) {
    this.file = file;
  }

  /** The mapping the file consists of; an empty one where it does not. */
  Map<String, Value> read(String text, Set<String> names) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file.toString())
            .setCodePointLimit(LONGEST)
            .setMaxAliasesForCollections(0)
            .build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.map(node -> mapping(new Value(node), names)).orElseGet(Map::of);
    } catch (MarkedYamlEngineException e) {
      unreadable = true;
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      mistakes.add(
          new Mistake(
              file,
              mark.map(Mark::getLine).orElse(0) + 1,
              mark.map(Mark::getColumn).orElse(0) + 1,
              "not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      unreadable = true;
      mistakes.add(new Mistake(file, 1, 1, "not YAML: " + firstLine(e.getMessage())));
    }
    return Map.of();
  }

  /** Whether the file was no YAML, so that nothing can be said of what stands in it. */
  boolean unreadable() {
    return unreadable;
  }

  /** The entries of a mapping; complains about names that are not among {@code names}. */
  Map<String, Value> mapping(Value value, Set<String> names) {
    if (!(value.node() instanceof MappingNode mapping)) {
      complain(value, "here stand names and values: " + String.join(", ", sorted(names)));
      return Map.of();
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      Value key = new Value(entry.getKeyNode());
      String name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!names.contains(name)) {
        complain(
            key, "no setting \"" + name + "\" here; there are " + String.join(", ", sorted(names)));
      } else if (entries.putIfAbsent(name, new Value(entry.getValueNode())) != null) {
        complain(key, name + " stands here twice");
      }
    }
    return entries;
  }

  /** The elements of a list. */
  List<Value> list(Value value) {
    if (value.node() instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(Value::new).toList();
    }
    complain(value, "here stands a list, a line for each element, starting with \"- \"");
    return List.of();
  }

  /** Whether it is a list without elements. */
  boolean isEmptyList(Value value) {
    return value.node() instanceof SequenceNode sequence && sequence.getValue().isEmpty();
  }

  /** A text that is not empty; null, and a complaint, where there is none. */
  @Nullable String text(Value value) {
    if (value.node() instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    complain(value, "a text is missing here");
    return null;
  }

  void complain(Value value, String reason) {
    mistakes.add(new Mistake(file, value.line(), value.column(), reason));
  }

  void complain(String reason) {
    mistakes.add(new Mistake(file, 1, 1, reason));
  }

  /** Fails when there was any mistake. */
  void check() throws MistakesException {
    if (!mistakes.isEmpty()) {
      mistakes.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
      throw new MistakesException(mistakes);
    }
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "unreadable" : text.lines().findFirst().orElse("unreadable");
  }
}
