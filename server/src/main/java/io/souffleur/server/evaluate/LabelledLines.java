package io.souffleur.server.evaluate;

import io.souffleur.server.lines.Lines;
import io.souffleur.server.lines.Source;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.InvalidFieldException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Labelled conversations from files, one at a time; what can't be used is reported and skipped. */
final class LabelledLines {

  /** What is done with a conversation. */
  interface Use {
    /**
     * Takes one conversation.
     *
     * @throws LabelException when it can't be used
     * @throws IOException when something can't be written
     */
    void take(Place place, LabelledConversation conversation, List<ChannelEvent> events)
        throws LabelException, IOException;
  }

  private LabelledLines() {}

  /**
   * Reads every file to its end.
   *
   * @param err where lines that can't be used are reported, as {@code file:line: reason}
   * @return how many lines were skipped
   * @throws IOException when a file can't be read
   */
  static long each(List<Source> sources, PrintWriter err, Use use) throws IOException {
    long skipped = 0;
    for (Source source : sources) {
      Lines lines = new Lines(source.in(), LabelledReader.LONGEST);
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (Lines.isBlank(line)) {
          continue;
        }
        Place place = new Place(source.name(), lines.number());
        try {
          LabelledConversation conversation = LabelledReader.read(line);
          use.take(place, conversation, LabelledEvents.of(conversation));
        } catch (LabelException e) {
          err.println(place + ": " + e.reason());
          skipped++;
        } catch (InvalidFieldException e) {
          err.println(place + ": " + e.field() + " " + e.reason());
          skipped++;
        }
      }
    }
    return skipped;
  }
}
