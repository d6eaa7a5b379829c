package io.souffleur.server.nlp;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.lexicon.HouseFile;
import io.souffleur.server.nlp.lexicon.LexiconException;
import io.souffleur.server.nlp.lexicon.LexiconLoader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Any text is a lexicon of a house, or refused with the lines that are wrong. */
class HouseLexiconFuzzTest {

  @FuzzTest
  void any_file_is_read_or_refused_with_its_lines(FuzzedDataProvider data) {
    CueName cue = data.pickValue(List.of(CueName.JARGON, CueName.PRODUCT_NAME));
    HouseFile file =
        new HouseFile(cue, Set.of(Language.FRENCH), "house.txt", data.consumeRemainingAsString());
    try {
      new LexiconLoader(name -> Optional.empty(), List.of(file)).load();
    } catch (LexiconException refused) {
      for (String line : String.valueOf(refused.getMessage()).split("\n", -1)) {
        if (!line.matches("house\\.txt:\\d+: .+")) {
          throw new AssertionError("no place in: " + line, refused);
        }
      }
    }
  }
}
