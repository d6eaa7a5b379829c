package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.languagetool.RecordedServer;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.DeskRequest;
import io.souffleur.wire.json.DeskCodec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inès types, and a LanguageTool server of the house reads along. */
class ProofreadDraftTest {
  private static final String CHAT = "chat-1";
  private static final String CLEAN = "Je vous réponds tout de suite.";

  @TempDir Path data;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T09:00:00Z"));
  private final RecordedServer languageTool = RecordedServer.start();
  private House house;
  private TestSocket channel;
  private TestSocket desk;

  @BeforeEach
  void open() throws Exception {
    house = House.open(data, clock, languageTool.url());
    channel = house.channel();
    desk = house.deskOfInes();
    desk.nextWith("attention");
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
    channel.close();
    house.close();
    languageTool.close();
  }

  private void started(String language, String firstName) throws Exception {
    channel.send(
        """
        {"type":"conversation.started","id":"e1","conversation":"chat-1",\
        "at":"2026-11-23T09:00:00Z","medium":"chat","language":"%s",\
        "customer":{"firstName":"%s"},"agent":{"key":"ines","name":"Inès Morel"}}\
        """
            .formatted(language, firstName));
    channel.nextWith("\"ack\"");
    desk.send("{\"type\":\"watch\",\"conversation\":\"chat-1\"}");
    desk.nextWith("\"snapshot\"");
  }

  private void types(String text, long revision) throws Exception {
    desk.send(
        DeskCodec.encode(
            (DeskRequest) new DeskRequest.Draft(new ConversationKey(CHAT), text, revision)));
  }

  private DeskReply.DraftChecked checked() throws Exception {
    String frame = desk.nextWith("draft.checked");
    return (DeskReply.DraftChecked) DeskCodec.decodeReply(frame);
  }

  private static List<String> spelling(DeskReply.DraftChecked checked) {
    return checked.findings().stream()
        .filter(finding -> finding.cue().equals("spelling"))
        .map(
            finding ->
                "%d-%d %s: %s"
                    .formatted(
                        finding.start(), finding.end(), finding.replacements(), finding.text()))
        .toList();
  }

  @Test
  void a_french_draft_is_answered_at_once_and_again_with_its_errors() throws Exception {
    started("fr", "Camille");
    CountDownLatch held = languageTool.holds();
    types(RecordedServer.FRENCH, 7);
    DeskReply.DraftChecked first = checked();
    assertThat(first.revision()).isEqualTo(7);
    assertThat(spelling(first)).isEmpty();
    held.countDown();
    DeskReply.DraftChecked second = checked();
    assertThat(second.revision()).isEqualTo(7);
    assertThat(second.would()).isEqualTo(first.would());
    assertThat(spelling(second))
        .containsExactly(
            "8-13 [envoie]: Orthographe ou accord à vérifier",
            "16-25 [étiquette, étiqueté, étiquète]: Orthographe ou accord à vérifier");
    assertThat(second.findings()).containsAll(first.findings());
  }

  @Test
  void an_english_draft_too() throws Exception {
    started("en", "Jonas");
    types(RecordedServer.ENGLISH, 1);
    assertThat(spelling(checked())).isEmpty();
    assertThat(spelling(checked()))
        .containsExactly(
            "9-16 [receive, relieve]: Spelling or grammar to check",
            "40-44 [its]: Spelling or grammar to check");
  }

  @Test
  void a_name_of_the_conversation_is_no_error() throws Exception {
    started("en", "Recieve");
    types(RecordedServer.ENGLISH, 1);
    checked();
    assertThat(spelling(checked())).containsExactly("40-44 [its]: Spelling or grammar to check");
  }

  @Test
  void a_draft_that_has_changed_meanwhile_is_not_answered_again() throws Exception {
    started("fr", "Camille");
    CountDownLatch held = languageTool.holds();
    types(RecordedServer.FRENCH, 1);
    types(CLEAN, 2);
    assertThat(checked().revision()).isEqualTo(1);
    assertThat(checked().revision()).isEqualTo(2);
    languageTool.awaitRequests(2);
    held.countDown();
    types(RecordedServer.FRENCH, 3);
    assertThat(checked().revision()).isEqualTo(3);
    DeskReply.DraftChecked again = checked();
    assertThat(again.revision()).isEqualTo(3);
    assertThat(spelling(again)).hasSize(2);
  }

  @Test
  void a_draft_that_was_mended_is_answered_again_without_its_errors() throws Exception {
    started("fr", "Camille");
    types(RecordedServer.FRENCH, 1);
    assertThat(spelling(checked())).isEmpty();
    assertThat(spelling(checked())).hasSize(2);
    types(CLEAN, 2);
    assertThat(checked().revision()).isEqualTo(2);
    DeskReply.DraftChecked again = checked();
    assertThat(again.revision()).isEqualTo(2);
    assertThat(spelling(again)).isEmpty();
    types(CLEAN, 3);
    assertThat(checked().revision()).isEqualTo(3);
    languageTool.awaitRequests(3);
    types(RecordedServer.FRENCH, 4);
    assertThat(checked().revision()).isEqualTo(4);
  }

  @Test
  void nor_is_one_that_was_sent_meanwhile() throws Exception {
    started("fr", "Camille");
    CountDownLatch held = languageTool.holds();
    types(RecordedServer.FRENCH, 1);
    assertThat(checked().revision()).isEqualTo(1);
    languageTool.awaitRequests(1);
    channel.send(
        """
        {"type":"message","id":"m1","conversation":"chat-1","at":"2026-11-23T09:00:01Z",\
        "author":"agent","text":"%s"}\
        """
            .formatted(RecordedServer.FRENCH));
    channel.nextWith("\"ack\"");
    held.countDown();
    types(RecordedServer.FRENCH, 2);
    assertThat(checked().revision()).isEqualTo(2);
    assertThat(checked().revision()).isEqualTo(2);
  }

  @Test
  void a_server_that_fails_is_not_missed_and_is_heard_once_it_answers() throws Exception {
    started("fr", "Camille");
    languageTool.fails(true);
    types(RecordedServer.FRENCH, 1);
    assertThat(checked().revision()).isEqualTo(1);
    languageTool.awaitRequests(1);
    languageTool.fails(false);
    types(RecordedServer.FRENCH, 2);
    assertThat(checked().revision()).isEqualTo(2);
    assertThat(spelling(checked())).hasSize(2);
  }

  @Test
  void a_server_that_is_gone_is_left_alone_and_drafts_are_checked_all_the_same() throws Exception {
    started("fr", "Camille");
    languageTool.close();
    for (long revision = 1; revision <= 6; revision++) {
      types(RecordedServer.FRENCH, revision);
      assertThat(checked().revision()).isEqualTo(revision);
    }
  }
}
