package io.souffleur.server.channel;

import io.souffleur.server.lane.Receipt;
import io.souffleur.wire.ChannelReply;
import io.souffleur.wire.json.ChannelCodec;

/** What a channel is answered. */
final class Receipts {
  private Receipts() {}

  static ChannelReply reply(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Kept kept -> kept.ack();
      case Receipt.NotKept notKept -> notKept.refused();
    };
  }

  static String json(Receipt receipt) {
    return ChannelCodec.encode(reply(receipt));
  }
}
