package io.souffleur.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.wire.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The contract's page says what the code does. */
class ProtocolPageTest {

  private static final Path PAGE = Path.of("../docs/protocol.md");
  private static final Pattern JSON = Pattern.compile("```json\\n(.*?)\\n```", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("^\\| (.*?) \\|", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("\"([A-Za-z]+)\":");

  private final String page;
  private final List<String> rows = new ArrayList<>();

  ProtocolPageTest() throws IOException {
    page = Files.readString(PAGE);
    Matcher cells = CELL.matcher(page);
    while (cells.find()) {
      rows.add(cells.group(1));
    }
  }

  @Test
  void every_type_has_a_row() {
    for (Direction direction : Direction.values()) {
      for (String type : direction.types()) {
        assertThat(rows).as(type).anyMatch(cell -> cell.contains("`" + type + "`"));
      }
    }
  }

  @Test
  void every_refusal_code_has_a_row() {
    for (RefusalCode code : RefusalCode.values()) {
      String name = "`" + code.name().toLowerCase(Locale.ROOT) + "`";
      if (code == RefusalCode.OTHER) {
        assertThat(page).contains(name);
      } else {
        assertThat(rows).contains(name);
      }
    }
  }

  @Test
  void every_field_of_every_example_is_named() throws IOException {
    for (Example example : Example.all()) {
      String withoutMaps =
          example
              .json()
              .replaceAll("\"(attributes|items|timers|figures|durations)\":\\{[^}]*}", "")
              .replaceAll("\"hints\":\\{(\"[^\"]*\":\\{[^}]*},?)*}", "");
      Matcher names = NAME.matcher(withoutMaps);
      while (names.find()) {
        assertThat(page).as(example + ": " + names.group(1)).contains("`" + names.group(1) + "`");
      }
    }
  }

  @Test
  void every_json_block_is_a_message_as_the_server_would_write_it() throws Exception {
    Matcher blocks = JSON.matcher(page);
    int found = 0;
    while (blocks.find()) {
      String json = blocks.group(1);
      assertThat(rewritten(json)).isEqualTo(json);
      found++;
    }
    assertThat(found).isGreaterThanOrEqualTo(8);
  }

  private static String rewritten(String json) throws RefusalException {
    RefusalException last = null;
    for (Direction direction : Direction.values()) {
      try {
        return direction.rewritten(json);
      } catch (RefusalException e) {
        last = e;
      }
    }
    throw new AssertionError(json, last);
  }
}
