package io.souffleur.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The transcripts that the sidebar's own test reads are what this server sends.
 *
 * <p>Run by hand, it writes them anew: {@code TranscriptsTest FILE}.
 */
class TranscriptsTest {
  private static final int TRANSCRIPTS = 200;
  private static final String LOST = "{\"type\":\"lost\"}";
  private static final Path FILE = Path.of("../web-widget/test-data/transcripts.jsonl");

  @Test
  void they_are_up_to_date() throws Exception {
    List<String> lines = Files.readAllLines(FILE);
    assertThat(lines).hasSize(TRANSCRIPTS);
    assertThat(lines)
        .as("write them anew: see docs/measures.md, Tabs that come and go")
        .isEqualTo(transcripts());
  }

  private static List<String> transcripts() throws Exception {
    List<String> lines = new ArrayList<>();
    try (ResumeModel model = new ResumeModel(conversations -> conversations)) {
      for (long seed = 0; lines.size() < TRANSCRIPTS; seed++) {
        model.transcript(seed).filter(TranscriptsTest::cameBack).ifPresent(lines::add);
      }
    }
    return lines;
  }

  /** The others tell a sidebar nothing that is hard. */
  private static boolean cameBack(String transcript) {
    return transcript.indexOf(LOST) != transcript.lastIndexOf(LOST);
  }

  /** {@code args}: where to write them. */
  public static void main(String[] args) throws Exception {
    write(Path.of(args[0]), transcripts());
  }

  private static void write(Path file, List<String> lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
