package io.souffleur.server.crash;

import io.souffleur.server.access.Rosters;
import io.souffleur.server.channel.ChannelDoor;
import io.souffleur.server.channel.EventsServlet;
import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.config.Settings;
import io.souffleur.server.config.SettingsFile;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.desk.DeskDoor;
import io.souffleur.server.desk.DeskLimits;
import io.souffleur.server.desk.TicketServlet;
import io.souffleur.server.desk.Tickets;
import io.souffleur.server.http.BearerKeys;
import io.souffleur.server.http.Callers;
import io.souffleur.server.http.Origins;
import io.souffleur.server.http.Pages;
import io.souffleur.server.http.SocketLimits;
import io.souffleur.server.http.WebServer;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.Origin;
import io.souffleur.server.journal.Outcome;
import io.souffleur.server.journal.SqliteJournal;
import io.souffleur.server.lane.Lanes;
import io.souffleur.server.lane.Past;
import io.souffleur.server.lane.Proofreader;
import io.souffleur.server.nlp.CueReader;
import io.souffleur.server.snapshot.Fingerprint;
import io.souffleur.server.snapshot.Snapshots;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A server that acknowledges before the disk has it: the harness must find it. */
final class TooSoonServer {
  private TooSoonServer() {}

  /** {@code args}: {@code run --config FILE}, as for the real program. */
  public static void main(String[] args) throws Exception {
    Settings settings = SettingsFile.read(Path.of(args[2]), Map.of());
    Clock clock = Clock.systemUTC();
    FatalHandler fatal = (reason, cause) -> Runtime.getRuntime().halt(1);
    Coaching coaching =
        new Coaching(
            new Coach(ChecklistLibrary.shipped(Language.FRENCH)),
            CueReader.shipped(),
            Optional.empty());
    CountDownLatch stop = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown));
    Callers callers =
        Callers.byKey(
            new BearerKeys(settings.channels()), new BearerKeys(settings.hosts()), Callers.none());
    Tickets tickets = new Tickets(clock);
    Origins origins = Origins.own();
    try (Journal journal = new TooSoon(SqliteJournal.open(settings.data(), fatal));
        Lanes lanes =
            Lanes.start(
                past(journal, clock), coaching, Proofreader.none(), clock::instant, 2, fatal);
        WebServer server =
            WebServer.start(
                new WebServer.Plan(
                    settings.host(),
                    settings.port(),
                    Pages.shipped(),
                    origins,
                    callers,
                    SocketLimits.standard(),
                    lanes::ready,
                    Map.of(
                        "/v1/channel/events",
                        new EventsServlet(lanes, Duration.ofSeconds(10)),
                        "/v1/desk/tickets",
                        new TicketServlet(tickets, account -> Optional.empty())),
                    List.of(
                        ChannelDoor.route(lanes, clock),
                        DeskDoor.route(
                            lanes,
                            tickets,
                            Rosters.empty(),
                            origins,
                            DeskLimits.standard(),
                            clock))))) {
      lanes.rouse();
      System.out.println("a server that acknowledges too soon listens at " + server.port());
      stop.await();
    }
  }

  /** Says that everything is durable, and sees to it every now and then. */
  private static final class TooSoon implements Journal {
    private static final long EVERY_MS = 100;

    private final Journal journal;
    private final List<Entry> waiting = new ArrayList<>();

    TooSoon(Journal journal) {
      this.journal = journal;
      var unused =
          Executors.newSingleThreadScheduledExecutor(
                  task -> Thread.ofPlatform().daemon().unstarted(task))
              .scheduleWithFixedDelay(this::flush, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public List<ConversationId> wordedBefore(Instant instant, int most) {
      return journal.wordedBefore(instant, most);
    }

    @Override
    public void rewrite(List<Entry> entries) {
      journal.rewrite(entries);
    }

    @Override
    public void scrub() {
      journal.scrub();
    }

    @Override
    public void append(Entry entry, Consumer<Outcome> told) {
      synchronized (this) {
        waiting.add(entry);
      }
      told.accept(Outcome.DURABLE);
    }

    /** Returns once all of it can be read. */
    private synchronized void flush() {
      CountDownLatch kept = new CountDownLatch(waiting.size());
      waiting.forEach(entry -> journal.append(entry, outcome -> kept.countDown()));
      waiting.clear();
      try {
        kept.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public List<Entry> read(ConversationId conversation) {
      flush();
      return journal.read(conversation);
    }

    @Override
    public List<Entry> find(ConversationId conversation, Origin origin, String key) {
      flush();
      return journal.find(conversation, origin, key);
    }

    @Override
    public List<Entry> noted(Instant since, Predicate<Entry> wanted) {
      flush();
      return journal.noted(since, wanted);
    }

    @Override
    public List<ConversationId> live() {
      flush();
      return journal.live();
    }

    @Override
    public List<ConversationId> endedBefore(Instant instant, int most) {
      flush();
      return journal.endedBefore(instant, most);
    }

    @Override
    public void erase(Collection<ConversationId> conversations) {
      flush();
      journal.erase(conversations);
    }

    @Override
    public boolean ready() {
      return journal.ready();
    }

    @Override
    public void close() {
      flush();
      journal.close();
    }
  }

  private static Past past(Journal journal, Clock clock) {
    return Past.read(journal, Snapshots.none(), Fingerprint.builder().build(), clock.instant());
  }
}
