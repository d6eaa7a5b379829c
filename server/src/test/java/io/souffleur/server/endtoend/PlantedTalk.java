package io.souffleur.server.endtoend;

import io.souffleur.server.access.Role;
import io.souffleur.server.config.Privacy;
import io.souffleur.server.people.SignedIn;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A house, and a conversation in it in which every place for words has one that is found again. */
final class PlantedTalk implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final String PASSWORD = "une phrase assez longue";

  /** What customer, agent and bot write and say, comments included. */
  static final List<String> SAID = PlantedWords.ALL.subList(6, 20);

  /** What the channel tells of the customer: it is asked for again after a restart. */
  static final List<String> TOLD = PlantedWords.ALL.subList(0, 6);

  private final Path data;
  private final Privacy privacy;
  private final TestClock clock = new TestClock(START);
  private House house;
  private TestSocket channel;
  private TestSocket desk;
  private SignedIn admin;
  private boolean empty;

  PlantedTalk(Path data, Privacy.Words words) throws Exception {
    this(data, words, true);
  }

  /** The same in a house that may be there already. */
  PlantedTalk(Path data, Privacy.Words words, boolean empty) throws Exception {
    this.empty = empty;
    this.data = data;
    this.privacy = new Privacy(Set.of(), Optional.empty(), words, Privacy.Retention.FOR_EVER);
    open();
  }

  Instant now() {
    return clock.instant();
  }

  Path data() {
    return data;
  }

  void open() throws Exception {
    house = House.open(data, clock, privacy);
    if (empty) {
      empty = false;
      house.reception().seed("ada", "Ada", Optional.empty(), Set.of(Role.ADMIN), "north", PASSWORD);
    }
    admin = SignedIn.at(house, "ada", PASSWORD);
    channel = house.channel();
    desk = house.deskOfInes();
    desk.nextWith("attention");
  }

  void restart() throws Exception {
    stop();
    open();
  }

  /** Ends the house; {@link #open} has it go on. */
  void stop() throws IOException {
    desk.close();
    channel.close();
    house.close();
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  private void tell(String event) throws Exception {
    channel.send(event);
    channel.nextWith("\"ack\"");
  }

  private void says(String id, String author, String text) throws Exception {
    clock.set(clock.instant().plus(Duration.ofSeconds(20)));
    tell(
        """
        {"type":"message","id":"%s","conversation":"c1","at":"%s","author":"%s","text":"%s"}\
        """
            .formatted(id, clock.instant(), author, text));
  }

  void begins() throws Exception {
    tell(
        """
        {"type":"conversation.started","id":"start","conversation":"c1","at":"%s",\
        "medium":"chat","reason":"%s",\
        "customer":{"key":"k-7","name":"%s","firstName":"%s","lastName":"%s","title":"%s",\
        "attributes":{"note":"%s"}},"agent":{"key":"ines","name":"Inès Morel"}}\
        """
            .formatted(
                START,
                TOLD.get(0),
                TOLD.get(1),
                TOLD.get(2),
                TOLD.get(3),
                TOLD.get(4),
                TOLD.get(5)));
    watches();
    desk.nextWith("\"snapshot\"");
    says("m0", "customer", SAID.get(0));
    says("m1", "customer", "bjr, ma " + SAID.get(1) + " est arrivée cassée " + SAID.get(2));
    says("m2", "bot", "Un instant, " + SAID.get(3));
    says("m3", "agent", "Impossible de vous aider pour " + SAID.get(4) + ", c'est comme ça");
    desk.send(
        """
        {"type":"draft","conversation":"c1","text":"Bonjour %s","revision":1}\
        """
            .formatted(SAID.get(5)));
    says("m4", "agent", "Je vous rappelle avant 15 h pour " + SAID.get(6));
    desk.send(
        """
        {"type":"item.contested","id":"x1","conversation":"c1","item":"greeting",\
        "comment":"%s"}\
        """
            .formatted(SAID.get(7)));
    desk.nextWith("\"ack\"");
  }

  private void watches() throws Exception {
    desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
  }

  String standing() throws Exception {
    desk.send("{\"type\":\"unwatch\",\"conversation\":\"c1\"}");
    watches();
    return desk.nextWith("\"snapshot\"").replaceAll("\"epoch\":\"[^\"]*\"", "");
  }

  void ends() throws Exception {
    says("m5", "customer", "encore " + SAID.get(8) + " ! c'est inadmissible " + SAID.get(13));
    tell(
        """
        {"type":"utterance","id":"u1","conversation":"c1","at":"%s","author":"agent",\
        "text":"je comprends %s, toutes mes excuses","final":true,"start":0,"end":900}\
        """
            .formatted(clock.instant(), SAID.get(9)));
    says("m6", "agent", "note " + SAID.get(10));
    tell(
        """
        {"type":"conversation.ended","id":"end","conversation":"c1","at":"%s"}\
        """
            .formatted(clock.instant()));
    tell(
        """
        {"type":"survey.answered","id":"s1","conversation":"c1","at":"%s","kind":"csat",\
        "score":1,"comment":"%s"}\
        """
            .formatted(clock.instant(), SAID.get(11)));
  }

  String asked(String message) throws Exception {
    desk.send(
        "{\"type\":\"message.asked\",\"conversation\":\"c1\",\"message\":\"" + message + "\"}");
    return desk.nextWith("message.shown");
  }

  /** Tells something once more, as a channel does that heard no answer. */
  String again(String event) throws Exception {
    channel.send(event);
    return channel.next();
  }

  String coaching() throws Exception {
    String export = admin.ask("POST", "/v1/privacy/exports", "{\"customer\":\"k-7\"}").body();
    return export.substring(export.indexOf("\"coaching\":"));
  }
}
