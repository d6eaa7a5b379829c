package io.souffleur.server.lane;

import io.souffleur.wire.Ack;
import io.souffleur.wire.Refused;

/** What became of something that was handed over. */
public sealed interface Receipt {

  /** It is durable, now or since long ago. */
  record Kept(Ack ack) implements Receipt {}

  /** It changed nothing. */
  record NotKept(Refused refused) implements Receipt {}
}
