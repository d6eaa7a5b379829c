package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.text.Scanner;
import io.souffleur.server.nlp.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * Sees when the agent calls the customer by name, and when by the name of somebody the agent talks
 * to in another conversation.
 */
final class CustomerNameDetector implements Detector {

  private static final double SURE = 0.95;
  private static final double WITH_SLIP = 0.8;

  private final Lexicon lexicon;
  private final CalledNames called;

  CustomerNameDetector(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.called = new CalledNames(lexicon);
  }

  @Override
  public void detect(Message message, CueSink cues) {
    if (!cues.canShow(CueName.CUSTOMER_NAME)) {
      return;
    }
    Words words = message.words();
    ReadingContext context = message.context();
    Names own = Names.of(context.customer(), context.acquaintance().name(), lexicon);
    if (!own.isEmpty()) {
      called.find(
          message,
          own,
          (match, first, name, last) ->
              cues.add(
                  CueName.CUSTOMER_NAME,
                  words.span(first, last),
                  match.exact() ? SURE : WITH_SLIP,
                  Optional.of(own.said(match))));
    }
    List<Customer> others = context.otherCustomers();
    if (!own.isEmpty() && !others.isEmpty()) {
      wrong(message, own, others, cues);
    }
  }

  /**
   * A name with a slip may as well be the right one's, two people may have the same, and somebody
   * whose name nobody knows may have any.
   */
  private void wrong(Message message, Names own, List<Customer> others, CueSink cues) {
    Words words = message.words();
    Words agent = Scanner.scan(message.context().agentName().orElse(""));
    for (Customer other : others) {
      Names names = Names.of(other, Optional.empty(), lexicon);
      if (!names.isEmpty()) {
        called.find(
            message,
            names,
            (match, first, name, last) -> {
              boolean ours = own.at(words, name).words() > 0 || isIn(agent, words, name);
              if (match.exact() && !ours) {
                cues.add(
                    CueName.WRONG_NAME,
                    words.span(first, last),
                    SURE,
                    Optional.of(names.said(match)));
              }
            });
      }
    }
  }

  private static boolean isIn(Words agent, Words words, int word) {
    for (int i = 0; i < agent.count(); i++) {
      if (words.is(word, agent.word(i))) {
        return true;
      }
    }
    return false;
  }
}
