package io.souffleur.server.checklist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the loader agree about the shape of a file. */
class ChecklistSchemaTest {

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ChecklistSchema.text());

  private static final String RULE =
      """
      checklist: house
      version: 1
      language: fr
      media: chat
      items:
        - id: greeting
          norms: [A3]
          title: {fr: Saluer, en: Greet}
          why: {fr: Une personne est là., en: A person is there.}
          say: greeting
          within: {messages: 1}
          examples: {ticks: [Bonjour], silent: [Je regarde]}
      """;

  static List<Path> good() throws IOException {
    try (Stream<Path> shipped = Files.list(Path.of("src/main/resources/checklists"));
        Stream<Path> accepted = Files.list(Path.of("src/test/resources/checklists/accepted"))) {
      return Stream.concat(shipped, accepted)
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.endsWith("norms.yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void what_loads_has_the_shape_that_the_schema_draws(Path file) throws IOException {
    assertThat(faults(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "say: greeting -> speak: greeting",
        "say: greeting -> say: excuse",
        "within: {messages: 1} -> within: {messages: many}",
        "within: {messages: 1} -> due-from: end",
        "norms: [A3] -> norms: [three]",
        "media: chat -> media: fax",
        "id: greeting -> id: Greeting!",
        "en: Greet -> es: Saludar",
      })
  void what_the_loader_refuses_for_its_shape_the_schema_refuses_too(String change) {
    String[] parts = change.split(" -> ", 2);
    String changed = RULE.replace(parts[0], parts[1]);
    assertThat(changed).isNotEqualTo(RULE);

    boolean loads =
        ChecklistLoader.trying(new SimpleReader()).load("house.yaml", changed.getBytes(UTF_8))
            instanceof Loading.Accepted;

    assertThat(loads).isFalse();
    assertThat(faults(changed)).isNotEmpty();
  }

  @Test
  void the_schema_knows_the_keys_that_the_loader_knows() {
    assertThat(keysIn("checklist", "")).isEqualTo(drawn("checklist"));
    assertThat(keysIn("item", "items: [{zzzz: 1}]")).isEqualTo(drawn("item"));
    assertThat(keysIn("timer", "timers: [{zzzz: 1}]")).isEqualTo(drawn("timer"));
    assertThat(keysIn("figure", "figures: [{zzzz: 1}]")).isEqualTo(drawn("figure"));
    assertThat(keysIn("pattern", "patterns: {a: {zzzz: 1}}")).isEqualTo(drawn("pattern"));
    assertThat(keysIn("cue", "items: [{say: {zzzz: 1}}]")).isEqualTo(drawn("cueTest"));
    assertThat(keysIn("“only”", "items: [{only: {zzzz: 1}}]")).isEqualTo(drawn("condition"));
    assertThat(keysIn("hint", "items: [{say: greeting, hint: {zzzz: 1}}]"))
        .isEqualTo(drawn("sayHint"));
    assertThat(keysIn("hint", "timers: [{hint: {zzzz: 1}}]")).isEqualTo(drawn("timerHint"));
  }

  /** The keys that the loader names when it finds one it does not know. */
  private static Set<String> keysIn(String what, String content) {
    String file = (content.isEmpty() ? "checklist: a\nzzzz: 1\n" : "checklist: a\n" + content);
    Loading loading =
        ChecklistLoader.trying(new SimpleReader()).load("house.yaml", file.getBytes(UTF_8));
    Pattern sentence = Pattern.compile("no “zzzz” in .*" + what + ".*It has: (.*)");
    for (Problem problem : ((Loading.Refused) loading).problems()) {
      Matcher told = sentence.matcher(problem.reason());
      if (told.matches()) {
        return new TreeSet<>(List.of(told.group(1).split(", ", -1)));
      }
    }
    throw new AssertionError(((Loading.Refused) loading).problems());
  }

  private static Set<String> drawn(String definition) {
    Set<String> keys = new TreeSet<>();
    SCHEMA
        .getSchemaNode()
        .at("/$defs/" + definition + "/properties")
        .fieldNames()
        .forEachRemaining(keys::add);
    return keys;
  }

  private static Set<ValidationMessage> faults(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML);
  }
}
