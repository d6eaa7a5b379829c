package io.souffleur.server.lane;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.text.Language;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.RefusalCode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All conversations of this server, as the doors see them. Safe for use by any thread.
 *
 * <p>What is handed over may block the caller while the conversation's lane is full: that is how a
 * channel is slowed down. A caller that is interrupted meanwhile gets a refusal ({@code busy}) and
 * stays interrupted. Whatever is called back is called on a thread of this package, must be quick,
 * and must not call back into this interface's blocking methods.
 */
public interface Conversations {

  /**
   * Hands over what a channel tells. For an event that is kept, {@code told} is called once: with
   * an acknowledgement when it is durable, or with a refusal. For one that is not kept ({@link
   * ChannelEvent#kept()}) it is never called.
   *
   * @param channel which tells it: refused ({@code forbidden}) when another one started the
   *     conversation
   */
  void submit(ChannelName channel, ChannelEvent event, Consumer<Receipt> told);

  /** Hands over what an agent did; {@code told} is called once, as for a kept event. */
  void act(DeskAction action, Consumer<Receipt> told);

  /**
   * Shows a conversation from now on.
   *
   * @param viewer who looks: refused ({@code unauthorised}), at once or from a transfer on, while
   *     they may not see it
   * @param from what the watcher knows already; a claim, checked. Without a gap from there it is
   *     told what it missed, otherwise everything
   * @param language of titles and texts; empty: the conversation's own
   */
  Watch watch(
      ConversationKey conversation,
      Viewer viewer,
      Optional<Position> from,
      Optional<Language> language,
      Watcher watcher);

  /**
   * Says what sending a draft would do. Nothing of it is kept.
   *
   * @param language of the findings; empty: the conversation's own
   * @param told called with a {@link DeskReply.DraftChecked} or a {@link
   *     io.souffleur.wire.Refused}; a second time, some time later, when errors of spelling were
   *     found in a draft that was not followed by another one meanwhile
   */
  void checkDraft(
      ConversationKey conversation,
      String text,
      long revision,
      Optional<Language> language,
      Consumer<DeskReply> told);

  /** Hears that a door refused something itself, before it came here. */
  default void refusedAtDoor(RefusalCode code) {}

  /**
   * The newest durable text of a message: a {@link DeskReply.MessageShown}, or a {@link
   * io.souffleur.wire.Refused} when there is none. Reads the journal on the caller's thread.
   */
  DeskReply message(ConversationKey conversation, EventKey message);

  /**
   * Whether {@code conversation} has taken over a promise made in {@code message} of {@code from}.
   * Reads the journal on the caller's thread.
   */
  boolean carries(ConversationKey conversation, ConversationKey from, EventKey message);

  /** Whether an agent has promised something in {@code conversation}, which has ended since. */
  boolean owes(String agent, ConversationKey conversation);

  /**
   * Tells {@code told} the live conversations an agent holds, each with its nearest clock, most
   * urgent first, and what they owe from others that has fallen due: at once, then whenever that
   * changes, at most once a second.
   */
  Watch liveOf(String agent, Consumer<DeskReply.Attention> told);

  /** Names this run of the server; the numbers of updates can't be compared across epochs. */
  String epoch();

  /** Whether events are accepted: false while starting, while stopping, and after a fatal fault. */
  boolean ready();

  /** How much there is to do, and how it went so far. */
  Gauges gauges();
}
