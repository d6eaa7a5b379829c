package io.souffleur.wire.json;

import java.util.Set;

/** The four ways a message can go; each has a folder of examples. */
enum Direction {
  FROM_CHANNEL("from-channel") {
    @Override
    String rewritten(String json) throws RefusalException {
      return ChannelCodec.encode(ChannelCodec.decodeRequest(json));
    }

    @Override
    Set<String> types() {
      return ChannelCodec.requestTypes();
    }
  },
  TO_CHANNEL("to-channel") {
    @Override
    String rewritten(String json) throws RefusalException {
      return ChannelCodec.encode(ChannelCodec.decodeReply(json));
    }

    @Override
    Set<String> types() {
      return ChannelCodec.replyTypes();
    }
  },
  FROM_DESK("from-desk") {
    @Override
    String rewritten(String json) throws RefusalException {
      return DeskCodec.encode(DeskCodec.decode(json));
    }

    @Override
    Set<String> types() {
      return DeskRequestJson.TYPES.names();
    }
  },
  TO_DESK("to-desk") {
    @Override
    String rewritten(String json) throws RefusalException {
      return DeskCodec.encode(DeskCodec.decodeReply(json));
    }

    @Override
    Set<String> types() {
      return DeskReplyJson.TYPES.names();
    }
  };

  private final String folder;

  Direction(String folder) {
    this.folder = folder;
  }

  String folder() {
    return folder;
  }

  /** What becomes of a message that is read and written again. */
  abstract String rewritten(String json) throws RefusalException;

  /** Every type that may go this way. */
  abstract Set<String> types();
}
