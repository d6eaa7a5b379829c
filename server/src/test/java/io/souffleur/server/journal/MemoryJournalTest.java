package io.souffleur.server.journal;

/** The journal that other tests use keeps the promises of a real one. */
class MemoryJournalTest extends JournalContract {

  private final MemoryJournal journal = new MemoryJournal();

  @Override
  Journal open() {
    return journal;
  }
}
