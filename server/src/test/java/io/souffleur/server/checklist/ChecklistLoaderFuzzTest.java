package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Whatever a file holds, it becomes a checklist or a list of problems, never an exception. */
class ChecklistLoaderFuzzTest {

  private static final ChecklistLoader LOADER = ChecklistLoader.trying(new SimpleReader());

  @FuzzTest(maxDuration = "5m")
  @DictionaryFile(resourcePath = "/checklists/words.dict")
  void any_file_is_accepted_or_refused_with_reasons(byte[] content) {
    switch (LOADER.load("f", content)) {
      case Loading.Accepted(LoadedChecklist loaded) ->
          assertThat(loaded.rules())
              .hasSize(
                  loaded.checklist().items().size()
                      + loaded.checklist().timers().size()
                      + loaded.checklist().rules().figures().size());
      case Loading.AcceptedLibrary(LoadedLibrary loaded) -> assertThat(loaded.name()).isNotBlank();
      case Loading.Refused(List<Problem> problems) ->
          assertThat(problems)
              .isNotEmpty()
              .isSorted()
              .allSatisfy(
                  problem ->
                      assertThat(problem.toString())
                          .matches("f:[1-9][0-9]*:[1-9][0-9]*: \\P{Cntrl}+"));
    }
  }
}
