package io.souffleur.server.channel;

import io.souffleur.server.access.Caller;
import io.souffleur.server.access.Decision;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.http.CloseCode;
import io.souffleur.server.http.Outlet;
import io.souffleur.server.http.Peer;
import io.souffleur.server.lane.Conversations;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ChannelRequest;
import io.souffleur.wire.Pong;
import io.souffleur.wire.Refused;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.RefusalException;

/**
 * A channel at the other end of a socket. While it does not read its acknowledgements, or a lane is
 * full, nothing more is read from it.
 */
final class ChannelPeer implements Peer {
  private final Conversations conversations;
  private final Caller.Connector caller;
  private final Outlet outlet;

  ChannelPeer(Conversations conversations, Caller.Connector caller, Outlet outlet) {
    this.conversations = conversations;
    this.caller = caller;
    this.outlet = outlet;
  }

  @Override
  public void frame(String text) {
    try {
      outlet.awaitRoom();
      ChannelRequest request = ChannelCodec.decodeRequest(text);
      if (Told.decide(caller, request) instanceof Decision.Refused refused) {
        refuse(Told.refusal(request, refused));
        return;
      }
      switch (request) {
        case ChannelEvent event ->
            conversations.submit(
                new ChannelName(caller.channel()),
                event,
                receipt -> outlet.send(Receipts.json(receipt)));
        case Pong pong -> {}
      }
    } catch (RefusalException e) {
      refuse(e.refused());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outlet.close(CloseCode.GOING_AWAY, "the server stops");
    }
  }

  @Override
  public void tooLarge(String beginning) {
    refuse(FrameRefusals.tooLarge(beginning));
  }

  @Override
  public void binary() {
    refuse(FrameRefusals.binary());
  }

  private void refuse(Refused refused) {
    conversations.refusedAtDoor(refused.code());
    outlet.send(ChannelCodec.encode(refused));
  }

  @Override
  public void tick(long nanos) {}

  @Override
  public void closed() {}
}
