package io.souffleur.server.channel;

import io.souffleur.server.access.Caller;
import io.souffleur.server.access.Decision;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.lane.Conversations;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ChannelReply;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.RefusalException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One part of a request, on its way to an answer. For the thread of the request only. */
final class Delivery {
  private final Optional<ChannelEvent> event;
  private final CompletableFuture<ChannelReply> reply = new CompletableFuture<>();

  private Delivery(Optional<ChannelEvent> event) {
    this.event = event;
  }

  static Delivery read(Caller caller, byte[] json) {
    try {
      ChannelEvent event = ChannelCodec.decode(json);
      return Told.decide(caller, event) instanceof Decision.Refused refused
          ? refused(Told.refusal(event, refused))
          : new Delivery(Optional.of(event));
    } catch (RefusalException e) {
      return refused(e.refused());
    }
  }

  private static Delivery refused(Refused answer) {
    Delivery refused = new Delivery(Optional.empty());
    refused.reply.complete(answer);
    return refused;
  }

  /** Hands the event over; blocks while its lane is full. */
  void submit(Conversations conversations, ChannelName channel) {
    if (event.isEmpty() && reply.getNow(null) instanceof Refused refused) {
      conversations.refusedAtDoor(refused.code());
    }
    event.ifPresent(
        read ->
            conversations.submit(
                channel, read, receipt -> reply.complete(Receipts.reply(receipt))));
  }

  /** The answer, once there is one; empty for an event that is not kept. */
  Optional<ChannelReply> reply(Deadline deadline) {
    if (event.isPresent() && !event.get().kept()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reply.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException | TimeoutException late) {
      return Optional.of(reply.getNow(late()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Refused late() {
    return Refused.of(
        event.orElseThrow().id(),
        event.orElseThrow().conversation(),
        RefusalCode.BUSY,
        "not durable in time; send it again, a repeated delivery changes nothing");
  }
}
