package io.souffleur.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A customer written in advance.
 *
 * @param lines what the customer says: one at first, then one after each message of the agent
 * @param impatient what the customer says, once each, when the agent is slow
 */
record Scene(
    String language, Person customer, String subject, List<String> lines, List<String> impatient) {
  Scene {
    lines = List.copyOf(lines);
    impatient = List.copyOf(impatient);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a scene has at least one line");
    }
  }

  /** The scene in {@code language}; empty when there is none. */
  static Optional<Scene> in(String language) {
    return switch (language) {
      case "fr", "en" -> Optional.of(read(language));
      default -> Optional.empty();
    };
  }

  private static Scene read(String language) {
    String file = "scene-" + language + ".yaml";
    try (InputStream in = Scene.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      Map<?, ?> scene =
          (Map<?, ?>)
              new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(in);
      return new Scene(
          language,
          new Person(
              Optional.of(text(scene, "key")),
              text(scene, "first"),
              Optional.of(text(scene, "last"))),
          text(scene, "subject"),
          texts(scene, "lines"),
          texts(scene, "impatient"));
    } catch (IOException e) {
      throw new IllegalStateException(file + " can't be read", e);
    }
  }

  private static String text(Map<?, ?> scene, String name) {
    return (String) value(scene, name);
  }

  private static List<String> texts(Map<?, ?> scene, String name) {
    return ((List<?>) value(scene, name)).stream().map(String.class::cast).toList();
  }

  private static Object value(Map<?, ?> scene, String name) {
    return Objects.requireNonNull(scene.get(name), name);
  }
}
