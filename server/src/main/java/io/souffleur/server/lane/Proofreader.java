package io.souffleur.server.lane;

import io.souffleur.server.core.cue.Misspelling;
import io.souffleur.server.core.text.Language;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks for errors of spelling and grammar in drafts, in its own time. Safe for use by any thread.
 */
public interface Proofreader extends AutoCloseable {

  /**
   * Reads a draft, if it has time for it; returns at once.
   *
   * @param language of the conversation
   * @param found called at most once, on a thread that may be made to wait, with all that is wrong;
   *     not at all when nobody had time
   */
  void read(String text, Language language, Consumer<List<Misspelling>> found);

  @Override
  void close();

  /** Nobody. */
  static Proofreader none() {
    return new Proofreader() {
      @Override
      public void read(String text, Language language, Consumer<List<Misspelling>> found) {}

      @Override
      public void close() {}
    };
  }
}
