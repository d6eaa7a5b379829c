package io.souffleur.server.demo;

import io.souffleur.server.http.Outlet;
import io.souffleur.server.http.Peer;
import io.souffleur.wire.Author;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of the demo at the other end of a socket; what it can't mean is ignored. */
final class ChatPeer implements Peer {
  private final DemoChat chat;
  private final Outlet outlet;

  /** Set on the chat's thread only. */
  private @Nullable Room own;

  private boolean agent;

  ChatPeer(DemoChat chat, Outlet outlet) {
    this.chat = chat;
    this.outlet = outlet;
  }

  @Override
  public void frame(String text) {
    ChatFrame.read(text).ifPresent(frame -> chat.soon(() -> handle(frame)));
  }

  private void handle(ChatFrame frame) {
    switch (frame.text("type")) {
      case "join" -> join(frame);
      case "say" ->
          room(frame)
              .ifPresent(
                  room ->
                      chat.said(room, author(), frame.text("text"), frame.given("key"), outlet));
      case "typing" ->
          room(frame).ifPresent(room -> chat.typing(room, author(), frame.flag("active")));
      case "play" -> chat.play(frame.text("scene"));
      case "end" -> room(frame).ifPresent(chat::end);
      default -> {}
    }
  }

  private void join(ChatFrame frame) {
    if (frame.text("role").equals("agent")) {
      agent = true;
      chat.agentJoined(outlet);
    } else {
      own = chat.customerJoined(outlet, frame);
    }
  }

  /** The room a frame is about: any of them for the agent, their own for a customer. */
  private Optional<Room> room(ChatFrame frame) {
    return agent ? chat.room(frame.text("room")) : Optional.ofNullable(own);
  }

  private Author author() {
    return agent ? Author.AGENT : Author.CUSTOMER;
  }

  @Override
  public void tooLarge(String beginning) {}

  @Override
  public void binary() {}

  @Override
  public void tick(long nanos) {}

  @Override
  public void closed() {
    chat.soon(() -> chat.left(outlet));
  }
}
