package io.souffleur.server.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The conversations of the load: two scripts of a dozen messages, one in each language, ordinary
 * enough to tick most items and to draw a hint now and then.
 */
final class Script {

  /** One message of a script; {@code byAgent} or by the customer. */
  record Line(boolean byAgent, String text) {}

  private static final List<Line> FRENCH =
      List.of(
          customer("bonjour ma cafetiere est arrivée fêlée, commande A-20481"),
          agent("Bonjour Camille, je suis Inès. Comment puis-je vous aider ?"),
          customer("ben je viens de vous le dire, c'est la deuxième fois que je vous écris !!"),
          agent("D'accord, je regarde votre commande."),
          customer("merci j'attends"),
          agent("Un instant s'il vous plaît, je vérifie le stock."),
          customer("ok"),
          agent("Toutes mes excuses, Camille. Nous avons encore ce modèle en rayon."),
          customer("très bien, un échange m'irait"),
          agent("Je vous envoie l'étiquette de retour d'ici 10 minutes par e-mail."),
          customer("parfait, merci beaucoup"),
          agent("Avec plaisir. Merci de votre confiance et bonne journée !"));

  private static final List<Line> ENGLISH =
      List.of(
          customer("hi, my internet has been down since tuesday"),
          agent("Hello, how can I help you today?"),
          customer("like I said, it's been down for days and nobody calls me back"),
          agent("Let me look at the line."),
          customer("ok"),
          agent("Please hold on while I run a test."),
          customer("this is ridiculous, I'm losing patience"),
          agent("I'm sorry about that, Daniel. The test shows a fault outside your home."),
          customer("so what now"),
          agent("An engineer will come tomorrow before noon."),
          customer("great, thank you"),
          agent("Is there anything else I can do for you? Thank you for your patience, goodbye."));

  private Script() {}

  private static Line customer(String text) {
    return new Line(false, text);
  }

  private static Line agent(String text) {
    return new Line(true, text);
  }

  /** How many messages a conversation has. */
  static int length() {
    return FRENCH.size();
  }

  /** The line {@code step} of the conversation numbered {@code conversation}. */
  static Line line(int conversation, int step) {
    return (conversation % 2 == 0 ? FRENCH : ENGLISH).get(step);
  }

  /** The language of the conversation numbered {@code conversation}. */
  static String language(int conversation) {
    return conversation % 2 == 0 ? "fr" : "en";
  }

  /** The frame that starts a conversation held by {@code agent}. */
  static String started(String key, int conversation, String agent, String at) {
    Map<String, String> first = Map.of("fr", "Camille", "en", "Daniel");
    String language = language(conversation);
    return String.format(
        Locale.ROOT,
        "{\"type\":\"conversation.started\",\"id\":\"s-%s\",\"conversation\":\"%s\",\"at\":\"%s\","
            + "\"medium\":\"chat\",\"language\":\"%s\",\"customer\":{\"firstName\":\"%s\"},"
            + "\"agent\":{\"key\":\"%s\",\"name\":\"Inès Morel\"}}",
        key,
        key,
        at,
        language,
        first.get(language),
        agent);
  }

  /** The frame of one message. */
  static String message(String id, String key, Line line, String at) {
    return "{\"type\":\"message\",\"id\":\""
        + id
        + "\",\"conversation\":\""
        + key
        + "\",\"at\":\""
        + at
        + "\",\"author\":\""
        + (line.byAgent() ? "agent" : "customer")
        + "\",\"text\":\""
        + line.text()
        + "\"}";
  }

  /** The frame that ends a conversation. */
  static String ended(String key, String at) {
    return "{\"type\":\"conversation.ended\",\"id\":\"e-"
        + key
        + "\",\"conversation\":\""
        + key
        + "\",\"at\":\""
        + at
        + "\"}";
  }
}
