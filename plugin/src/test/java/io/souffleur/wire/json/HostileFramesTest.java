package io.souffleur.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.wire.Ack;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Limits;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a careless or hostile sender can put into a frame. */
class HostileFramesTest {

  private static String message(String text, String more) {
    return "{\"type\":\"message\",\"id\":\"m1\",\"conversation\":\"c1\","
        + "\"at\":\"2026-11-22T14:00:00Z\",\"author\":\"customer\",\"text\":\""
        + text
        + "\""
        + more
        + "}";
  }

  private static Refused refusalOf(String frame) {
    try {
      throw new AssertionError("taken: " + ChannelCodec.decode(frame));
    } catch (RefusalException e) {
      return e.refused();
    }
  }

  private static Refused refusalOf(byte[] frame) {
    try {
      throw new AssertionError("taken: " + ChannelCodec.decode(frame));
    } catch (RefusalException e) {
      return e.refused();
    }
  }

  private static String textOf(ChannelEvent event) {
    return ((ChannelEvent.Message) event).text();
  }

  @Test
  void a_text_of_ten_mebibytes_is_too_large() {
    String frame = message("a".repeat(10 * 1024 * 1024), "");
    assertThat(refusalOf(frame).code()).isEqualTo(RefusalCode.TOO_LARGE);
    assertThat(refusalOf(frame.getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo(RefusalCode.TOO_LARGE);
  }

  @Test
  void a_frame_of_exactly_the_limit_is_taken_and_one_byte_more_is_not() throws Exception {
    int rest = Limits.FRAME_BYTES - message("", ",\"x\":\"\"").length();
    String full = message("", ",\"x\":\"" + "é".repeat(rest / 2) + "e".repeat(rest % 2) + "\"");
    assertThat(full.getBytes(StandardCharsets.UTF_8)).hasSize(Limits.FRAME_BYTES);

    assertThat(ChannelCodec.decode(full)).isInstanceOf(ChannelEvent.Message.class);
    assertThat(ChannelCodec.decode(full.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ChannelEvent.Message.class);
    assertThat(refusalOf(full + " ").code()).isEqualTo(RefusalCode.TOO_LARGE);
  }

  @Test
  void a_text_of_exactly_the_limit_is_taken_in_any_script() throws Exception {
    String text = "語".repeat(Limits.TEXT_UNITS);
    assertThat(textOf(ChannelCodec.decode(message(text, "")))).isEqualTo(text);
  }

  @Test
  void a_hundred_thousand_levels_are_too_deep_and_the_sender_is_still_named() {
    String start = "{\"id\":\"m1\",\"conversation\":\"c1\",\"a\":";
    for (String bracket : new String[] {"[", "{\"a\":"}) {
      String frame = start + bracket.repeat(Limits.FRAME_BYTES / 6);
      Refused refusal = refusalOf(frame.substring(0, Math.min(frame.length(), 65_000)));
      assertThat(refusal.code()).isEqualTo(RefusalCode.TOO_DEEP);
      assertThat(refusal.id()).contains(new EventKey("m1"));
      assertThat(refusal.conversation()).contains(new ConversationKey("c1"));
    }
    assertThat(refusalOf(start + "[".repeat(100_000)).code()).isEqualTo(RefusalCode.TOO_LARGE);
  }

  @Test
  void half_an_emoji_becomes_one_replacement_character_so_that_offsets_hold() throws Exception {
    assertThat(textOf(ChannelCodec.decode(message("a\\ud83db\\udc4dc👍", ""))))
        .isEqualTo("a\uFFFDb\uFFFDc👍");
    assertThat(UpdateCodec.encode(cuesOf("\ud83d"))).contains("\"text\":\"\uFFFD\"");
  }

  private static CoachingUpdate cuesOf(String text) {
    CoachingUpdate.Cue cue =
        new CoachingUpdate.Cue("emoji", 0, 1, text, 1, java.util.Optional.empty());
    return new CoachingUpdate.Cues(
        new ConversationKey("c1"),
        1,
        java.time.Instant.EPOCH,
        new EventKey("m1"),
        io.souffleur.wire.Author.CUSTOMER,
        "fr",
        java.util.List.of(cue),
        io.souffleur.wire.Stage.OPENING);
  }

  @Test
  void a_byte_order_mark_at_the_start_is_skipped() throws Exception {
    String frame = "\uFEFF" + message("bonjour", "");
    assertThat(textOf(ChannelCodec.decode(frame))).isEqualTo("bonjour");
    assertThat(textOf(ChannelCodec.decode(frame.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("bonjour");
  }

  @Test
  void bytes_that_are_not_utf8_are_refused() {
    byte[] latin = message("été", "").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(refusalOf(latin).code()).isEqualTo(RefusalCode.NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void another_encoding_is_never_guessed(String charset) {
    byte[] frame = message("bonjour", "").getBytes(Charset.forName(charset));
    assertThat(refusalOf(frame).code()).isEqualTo(RefusalCode.NOT_JSON);
  }

  @Test
  void a_replacement_character_that_was_meant_is_kept() throws Exception {
    byte[] frame = message("\uFFFD", "").getBytes(StandardCharsets.UTF_8);
    assertThat(textOf(ChannelCodec.decode(frame))).isEqualTo("\uFFFD");
  }

  @Test
  void fields_nobody_knows_are_ignored_whatever_they_hold() throws Exception {
    String more = ",\"x\":{\"text\":[1,2.5e3,null,true,{}]},\"private\":null,\"revision\":null";
    assertThat(ChannelCodec.decode(message("bonjour", more)))
        .isEqualTo(ChannelCodec.decode(message("bonjour", "")));
  }

  @Test
  void a_number_beyond_all_numbers_is_refused() {
    String frame =
        "{\"type\":\"survey.answered\",\"id\":\"s\",\"conversation\":\"c\","
            + "\"at\":\"2026-11-22T14:00:00Z\",\"kind\":\"nps\",\"score\":1e999999999}";
    assertThat(refusalOf(frame).field()).contains("score");
  }

  @Test
  void markup_controls_and_right_to_left_marks_are_text_like_any_other() throws Exception {
    String text = "<script>alert(\"\\\"x\\\"\")</script> \u202Eשלום\u0000\u001f\u2028";
    ChannelEvent event =
        new ChannelEvent.Message(
            new EventKey("m1"),
            new ConversationKey("c1"),
            java.time.OffsetDateTime.parse("2026-11-22T14:00:00Z"),
            io.souffleur.wire.Author.CUSTOMER,
            text,
            0,
            false);
    assertThat(ChannelCodec.decode(ChannelCodec.encode(event))).isEqualTo(event);
  }

  @Test
  void attributes_may_be_numbers_and_flags_and_come_in_the_order_of_their_names() throws Exception {
    String frame =
        "{\"type\":\"conversation.started\",\"id\":\"e\",\"conversation\":\"c\","
            + "\"at\":\"2026-11-22T14:00:00Z\",\"medium\":\"chat\",\"customer\":"
            + "{\"attributes\":{\"vip\":true,\"age\":41,\"gone\":null}}}";
    assertThat(ChannelCodec.encode(ChannelCodec.decode(frame)))
        .contains("\"attributes\":{\"age\":\"41\",\"vip\":\"true\"}");
  }

  @Test
  void a_refusal_code_of_a_newer_server_is_final_and_no_error() throws Exception {
    String frame = "{\"type\":\"refused\",\"id\":\"m1\",\"code\":\"brand_new\",\"reason\":\"so\"}";
    Refused refused = (Refused) ChannelCodec.decodeReply(frame);
    assertThat(refused.code()).isEqualTo(RefusalCode.OTHER);
    assertThat(refused.code().passing()).isFalse();
  }

  @Test
  void a_channel_is_never_taken_for_the_server() {
    String ack = ChannelCodec.encode(new Ack(new EventKey("m1"), new ConversationKey("c1"), 1));
    assertThatThrownBy(() -> ChannelCodec.decodeRequest(ack))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("\"ack\" isn't known here");
  }
}
