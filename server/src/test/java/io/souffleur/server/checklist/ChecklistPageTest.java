package io.souffleur.server.checklist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/checklists.md} true. */
class ChecklistPageTest {

  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\\n(.*?)```");

  @Test
  void the_rule_shown_there_loads_and_does_what_it_says() throws IOException {
    Matcher example = EXAMPLE.matcher(page());
    assertThat(example.find()).isTrue();

    Loading loading =
        ChecklistLoader.trying(new SimpleReader())
            .load("docs/checklists.md", example.group(1).getBytes(UTF_8));

    assertThat(loading).isInstanceOf(Loading.Accepted.class);
  }

  @Test
  void every_cue_and_variable_is_named_there() throws IOException {
    assertThat(page())
        .contains(Arrays.stream(CueName.values()).map(cue -> "`" + cue.wireName() + "`").toList());
    assertThat(page())
        .contains(
            Arrays.stream(Phrase.Variable.values())
                .map(variable -> "`{" + variable.name().toLowerCase(Locale.ROOT) + "}`")
                .toList());
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "checklists.md"));
  }
}
