package io.souffleur.server.checklist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checklists with one mistake each, made by taking a part away, by putting another value in its
 * place, or by adding a key that stands elsewhere: the schema draws what the loader accepts, but
 * for what no shape can say.
 */
class SchemaMutantsTest {

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ChecklistSchema.text());

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the loader says of meanings: of names, of sums, of examples, of words. */
  private static final Pattern MEANING =
      Pattern.compile(
          String.join(
              "|",
              "is never shown by|never shown by one|can both show this",
              "no (?:pattern|calendar|checklist|library|rule|time zone) “|no pattern:|no rule",
              "two rules are called|is named twice|is given twice|has a day twice|overlap",
              "should (?:not )?(?:tick|be caught|be counted|start)",
              "would take long|matches where nothing stands|no look-around",
              "no variable|a variable is written|each of these needs",
              "whoever types has time for|can’t be at risk later|can’t be$|names an earlier stage",
              "at most 31|longer than nothing|takes its length from|goes by what the agent",
              "end later on the same day|a holiday is|when is this spoken",
              "extend|is not in|lies ready|runs already"));

  /** Values that stand in no file, but might: of every kind, and a little off. */
  private static final List<String> OTHERS =
      List.of("\"zz\"", "\" \"", "-7", "101", "[]", "{}", "[\"zz\"]", "{\"zz\": 1}", "\"2 min\"");

  /** How many of them stand in for each part, in turn. */
  private static final int OTHERS_EACH = 3;

  private static final List<String> RULES = List.of("items", "timers", "figures");

  static List<Path> files() {
    return List.of(
        Path.of("src/test/resources/checklists/accepted/every-word.yaml"),
        Path.of("src/main/resources/checklists/norms-calendar.yaml"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void loader_and_schema_refuse_the_same(Path file) throws IOException {
    JsonNode good = YAML.readTree(file.toFile());
    assertThat(disagreement(good)).isEmpty();
    Map<String, JsonNode> values = new LinkedHashMap<>();
    collect(good, values);
    List<String> disagreements = new ArrayList<>();
    int tried = 0;
    for (ObjectNode alone : withOneRuleEach(good)) {
      for (Map.Entry<String, JsonNode> mutant : mutants(alone, values, tried == 0).entrySet()) {
        tried++;
        String disagreement = disagreement(mutant.getValue());
        if (!disagreement.isEmpty()) {
          disagreements.add(alone + " " + mutant.getKey() + ": " + disagreement);
        }
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(tried).isGreaterThan(500);
  }

  @Test
  void a_checklist_may_be_of_clocks_alone() throws IOException {
    ObjectNode clocks =
        (ObjectNode)
            YAML.readTree(Path.of("src/main/resources/checklists/norms-clocks.yaml").toFile());
    clocks.remove("library");
    clocks.put("checklist", "clocks").put("version", 1).put("language", "fr").put("media", "chat");
    clocks
        .withArray("timers")
        .forEach(timer -> ((ObjectNode) timer).set("examples", timer.path("examples").path("fr")));
    assertThat(problems(clocks)).allMatch(problem -> problem.contains("should"));
    assertThat(SCHEMA.validate(clocks)).isEmpty();
    clocks.remove("timers");
    assertThat(problems(clocks))
        .containsExactly("a checklist has items, timers or figures, or extends others");
    assertThat(SCHEMA.validate(clocks)).isNotEmpty();
  }

  /** How the two judge differently; empty when they agree. */
  private static String disagreement(JsonNode content) throws IOException {
    List<String> problems = problems(content);
    List<String> ofShape = problems.stream().filter(p -> !MEANING.matcher(p).find()).toList();
    boolean drawn = SCHEMA.validate(content).isEmpty();
    if (drawn && !ofShape.isEmpty()) {
      return "the schema accepts, the loader says " + ofShape;
    }
    return !drawn && problems.isEmpty()
        ? "the loader accepts, the schema says " + SCHEMA.validate(content)
        : "";
  }

  private static List<String> problems(JsonNode content) throws IOException {
    byte[] written = JSON.writeValueAsString(content).getBytes(UTF_8);
    return switch (ChecklistLoader.trying(new SimpleReader()).load("house.yaml", written)) {
      case Loading.Refused(List<Problem> found) -> found.stream().map(Problem::reason).toList();
      case Loading.Accepted accepted -> List.of();
      case Loading.AcceptedLibrary accepted -> List.of();
    };
  }

  /** The file once for each of its rules, with none of the others. */
  private static List<ObjectNode> withOneRuleEach(JsonNode good) {
    List<ObjectNode> each = new ArrayList<>();
    for (String kind : RULES) {
      for (JsonNode rule : good.path(kind)) {
        ObjectNode alone = ((ObjectNode) good).deepCopy().without(RULES);
        alone.putArray(kind).add(rule.deepCopy());
        each.add(alone);
      }
    }
    return each;
  }

  /**
   * The mutants of a file.
   *
   * @param values one for every key that is known
   * @param head whether what is not of a rule is changed, too
   */
  private static Map<String, JsonNode> mutants(
      JsonNode good, Map<String, JsonNode> values, boolean head) throws IOException {
    Map<String, JsonNode> mutants = new LinkedHashMap<>();
    int turn = 0;
    for (List<Object> path : paths(good)) {
      if (!head && (path.size() < 2 || !RULES.contains((String) path.getFirst()))) {
        continue;
      }
      mutants.put("without " + path, without(good, path));
      for (int i = 0; i < OTHERS_EACH; i++) {
        String other = OTHERS.get(turn++ % OTHERS.size());
        JsonNode value = JSON.readTree(other);
        if (!sameScalar(at(good, path), value)) {
          mutants.put(path + " as " + other, with(good, path, value));
        }
      }
      if (at(good, path) instanceof ObjectNode object && isRule(object)) {
        for (Map.Entry<String, JsonNode> known : values.entrySet()) {
          if (!object.has(known.getKey())) {
            List<Object> key = and(path, known.getKey());
            mutants.put(key + " added", with(good, key, known.getValue()));
          }
        }
      }
    }
    return mutants;
  }

  /** A text and a number are the same to the loader: YAML's words have no types there. */
  private static boolean sameScalar(JsonNode one, JsonNode other) {
    boolean oneText = one.isTextual();
    return one.isValueNode() && other.isValueNode() && oneText != other.isTextual();
  }

  private static boolean isRule(ObjectNode object) {
    return object.has("id") || object.has("cue") || object.has("messages") || object.has("time");
  }

  private static void collect(JsonNode node, Map<String, JsonNode> values) {
    node.properties()
        .forEach(
            entry -> {
              values.putIfAbsent(entry.getKey(), entry.getValue());
              collect(entry.getValue(), values);
            });
    if (node.isArray()) {
      node.forEach(each -> collect(each, values));
    }
  }

  private static List<List<Object>> paths(JsonNode root) {
    List<List<Object>> paths = new ArrayList<>();
    walk(root, List.of(), paths);
    return paths;
  }

  private static void walk(JsonNode node, List<Object> here, List<List<Object>> paths) {
    if (!here.isEmpty()) {
      paths.add(here);
    }
    node.properties().forEach(entry -> walk(entry.getValue(), and(here, entry.getKey()), paths));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), and(here, i), paths);
      }
    }
  }

  private static List<Object> and(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static JsonNode at(JsonNode root, List<Object> path) {
    JsonNode node = root;
    for (Object step : path) {
      node = step instanceof Integer index ? node.get(index) : node.get((String) step);
    }
    return node;
  }

  private static JsonNode with(JsonNode root, List<Object> path, JsonNode value) {
    JsonNode copy = root.deepCopy();
    Object last = path.getLast();
    JsonNode parent = at(copy, path.subList(0, path.size() - 1));
    if (last instanceof Integer index) {
      ((ArrayNode) parent).set(index, value);
    } else {
      ((ObjectNode) parent).set((String) last, value);
    }
    return copy;
  }

  private static JsonNode without(JsonNode root, List<Object> path) {
    JsonNode copy = root.deepCopy();
    JsonNode parent = at(copy, path.subList(0, path.size() - 1));
    if (path.getLast() instanceof Integer index) {
      ((ArrayNode) parent).remove(index);
    } else {
      ((ObjectNode) parent).remove((String) path.getLast());
    }
    return copy;
  }
}
