package io.souffleur.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.evaluate.Finding;
import io.souffleur.server.evaluate.Place;
import io.souffleur.server.evaluate.Result;
import io.souffleur.server.evaluate.Score;
import io.souffleur.server.evaluate.Subject;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvaluationTextTest {

  private static final Subject THANKS = new Subject("thanks", "customer", "en");
  private static final Result RESULT =
      new Result(
          1,
          14,
          0,
          new TreeMap<>(
              Map.of(
                  THANKS,
                  new Score(10, 4, 4, 2),
                  new Subject("greeting", "agent", "fr"),
                  new Score(4, 0, 0, 0))),
          List.of(
              new Finding(
                  Finding.Kind.MISSED,
                  THANKS,
                  new Place("a.jsonl", 7),
                  3,
                  "ta\n\u001b[31mvery much",
                  List.of(new Finding.Shown("farewell", "ta"), new Finding.Shown("emoji", ":)")))));

  @Test
  void people_read_a_table_and_what_to_look_at() {
    StringWriter out = new StringWriter();
    EvaluationText.write(RESULT, out);
    assertThat(out.toString().lines())
        .containsExactly(
            "1 conversations, 14 messages",
            "",
            "role      cue       language  messages  n  found  right  missed  false  precision"
                + "  recall     F1",
            "agent     greeting  fr               4  0      0      0       0      0          -"
                + "       -      -",
            "customer  thanks    en              10  4      4      2       2      2      0.500"
                + "   0.500  0.500",
            "",
            "customer thanks en, missed: the first 1 of 2",
            "  a.jsonl:7 turn 3: “ta [31mvery much” · found farewell “ta”, emoji “:)”");
  }
}
