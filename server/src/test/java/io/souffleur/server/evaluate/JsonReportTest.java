package io.souffleur.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonReportTest {

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
  void programs_read_one_object() throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(RESULT, out);
    assertThat(out.toString())
        .isEqualTo(
            """
            {"conversations":1,"messages":14,"skipped":0,"scores":[\
            {"role":"agent","cue":"greeting","language":"fr","messages":4,"n":0,"found":0,\
            "right":0,"missed":0,"false":0},\
            {"role":"customer","cue":"thanks","language":"en","messages":10,"n":4,"found":4,\
            "right":2,"missed":2,"false":2,"precision":0.5,"recall":0.5,"f1":0.5}],"findings":[\
            {"kind":"missed","role":"customer","cue":"thanks","language":"en","file":"a.jsonl",\
            "line":7,"turn":3,"text":"ta\\n\\u001B[31mvery much","shown":[\
            {"cue":"farewell","text":"ta"},{"cue":"emoji","text":":)"}]}]}
            """);
  }
}
