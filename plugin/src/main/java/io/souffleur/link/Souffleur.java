package io.souffleur.link;

import io.souffleur.wire.AgentRef;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.Limits;
import io.souffleur.wire.Medium;
import io.souffleur.wire.json.ChannelCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The host's door to Souffleur: tell it what happens in your conversations.
 *
 * <pre>{@code
 * Souffleur souffleur = Souffleur.connect(LinkSettings.of(URI.create("wss://…/v1/channel"), key));
 * Conversation chat = souffleur.open("chat-4711", Medium.CHAT, customer, Optional.of(agent));
 * chat.say(Author.CUSTOMER, "Bonjour, mon colis n’est pas arrivé.");
 * chat.close();
 * }</pre>
 *
 * Safe for all threads. No call waits for the network and no call throws; {@link #counters} says
 * what became of the events.
 */
public final class Souffleur implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger("io.souffleur.link");

  private final LinkSettings settings;
  private final Link link;
  private final Thread thread;

  private Souffleur(LinkSettings settings) {
    this.settings = settings;
    this.link = new Link(settings, () -> new TyrusDialer(settings), RandomGenerator.getDefault());
    this.thread = Thread.ofPlatform().name("souffleur-link").daemon().unstarted(link);
  }

  /** Starts a link; returns at once, connected or not. */
  public static Souffleur connect(LinkSettings settings) {
    Souffleur souffleur = new Souffleur(settings);
    souffleur.thread.start();
    return souffleur;
  }

  /** Begins a conversation now. */
  public Conversation open(
      String conversation, Medium medium, CustomerRef customer, Optional<AgentRef> agent) {
    OpenConversation open = new OpenConversation(this, conversation);
    open.start(medium, customer, agent);
    return open;
  }

  /** Goes on with a conversation that was begun earlier, perhaps by another process. */
  public Conversation resume(String conversation) {
    return new OpenConversation(this, conversation);
  }

  /** Sends any event. */
  public void send(ChannelEvent event) {
    send(() -> event);
  }

  /** How the link stands and what became of the events. */
  public LinkCounters counters() {
    return link.counters();
  }

  /** Waits until the counters are as wanted, or the time is over; gives what they are then. */
  LinkCounters await(Predicate<LinkCounters> wanted, Duration atMost) throws InterruptedException {
    return link.await(wanted, atMost);
  }

  /** Takes no more events; what waits is still sent, in the background, for a few seconds. */
  @Override
  public void close() {
    link.close();
  }

  /** Waits until a closed link is over; says whether it is. */
  public boolean awaitClosed(Duration atMost) throws InterruptedException {
    return thread.join(atMost);
  }

  /** Makes and sends an event; whatever goes wrong in it is counted, not thrown. */
  void send(Supplier<? extends ChannelEvent> making) {
    try {
      ChannelEvent event = making.get();
      String frame = ChannelCodec.encode(event);
      int bytes = frame.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > Limits.FRAME_BYTES) {
        throw new IllegalArgumentException(
            "an event has at most " + Limits.FRAME_BYTES + " bytes, not " + bytes);
      }
      link.offer(new Parcel(event, frame, bytes));
    } catch (RuntimeException e) {
      link.reject();
      LOG.log(System.Logger.Level.WARNING, "an event was not sent: {0}", e.getMessage());
    }
  }

  OffsetDateTime now() {
    return OffsetDateTime.now(settings.clock());
  }
}
