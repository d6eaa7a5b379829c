package io.souffleur.server;

import io.souffleur.server.channel.ChannelDoor;
import io.souffleur.server.channel.EventsServlet;
import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.checklist.ChecklistsRefusedException;
import io.souffleur.server.checklist.ShippedChecklists;
import io.souffleur.server.config.Settings;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.desk.DeskDoor;
import io.souffleur.server.desk.DeskLimits;
import io.souffleur.server.desk.TicketServlet;
import io.souffleur.server.desk.Tickets;
import io.souffleur.server.feedback.HeardConversations;
import io.souffleur.server.http.BearerKeys;
import io.souffleur.server.http.Callers;
import io.souffleur.server.http.Origins;
import io.souffleur.server.http.SocketLimits;
import io.souffleur.server.http.SocketRoute;
import io.souffleur.server.http.WebServer;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.lane.Conversations;
import io.souffleur.server.lane.HouseTime;
import io.souffleur.server.lane.Lanes;
import io.souffleur.server.lane.Past;
import io.souffleur.server.lane.Proofreader;
import io.souffleur.server.languagetool.LanguageTool;
import io.souffleur.server.metrics.Monitoring;
import io.souffleur.server.nlp.CueReader;
import io.souffleur.server.nlp.HouseLexicons;
import io.souffleur.server.nlp.lexicon.LexiconException;
import io.souffleur.server.people.Reception;
import io.souffleur.server.snapshot.Snapshots;
import io.souffleur.server.snapshot.SqliteSnapshots;
import io.souffleur.server.store.Database;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A running server. */
public final class Souffleur implements AutoCloseable {
  private static final Duration HTTP_PATIENCE = Duration.ofSeconds(10);
  private static final int FEWEST_LANES = 2;

  private final Archive archive;
  private final PrivateStore store;
  private final Proofreader proofreader;
  private final Lanes lanes;
  private final Database house;
  private final Reception reception;
  private final WebServer web;
  private final Monitoring monitoring;

  private Souffleur(
      Archive archive,
      PrivateStore store,
      Proofreader proofreader,
      Lanes lanes,
      Database house,
      Reception reception,
      WebServer web,
      Monitoring monitoring) {
    this.archive = archive;
    this.store = store;
    this.house = house;
    this.reception = reception;
    this.proofreader = proofreader;
    this.lanes = lanes;
    this.web = web;
    this.monitoring = monitoring;
  }

  /**
   * Starts a server; live conversations of its journal go on where they were.
   *
   * @param fatal told when the server can't go on; expected to end the program
   * @throws ChecklistsRefusedException when the house's checklists can't be used
   * @throws LexiconException when the house's lexicons can't be used
   * @throws IOException when the data folder or the port can't be used
   */
  public static Souffleur start(Settings settings, Extras extras, Clocks clocks, FatalHandler fatal)
      throws IOException, ChecklistsRefusedException {
    ShippedChecklists.readAhead();
    Archive archive = Archive.open(settings, SqliteSnapshots::open, clocks.wall(), fatal);
    try {
      return start(settings, extras, coaching(settings), archive, clocks, fatal);
    } catch (IOException | ChecklistsRefusedException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  /**
   * Starts a server that coaches in its own way; the settings' checklists, language and time zone
   * are not looked at. It keeps no snapshots, for nobody knows what its coaching depends on.
   *
   * @throws IOException when the data folder or the port can't be used
   */
  public static Souffleur start(
      Settings settings, Extras extras, Coaching coaching, Clocks clocks, FatalHandler fatal)
      throws IOException {
    Archive archive = Archive.open(settings, folder -> Snapshots.none(), clocks.wall(), fatal);
    try {
      return start(settings, extras, coaching, archive, clocks, fatal);
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  private static Coaching coaching(Settings settings)
      throws IOException, ChecklistsRefusedException {
    MessageReader reader =
        settings.lexicons().isPresent()
            ? CueReader.shippedWith(HouseLexicons.in(settings.lexicons().get()))
            : CueReader.shipped();
    ChecklistLibrary checklists =
        settings.checklists().isPresent()
            ? ChecklistLibrary.withHouse(settings.checklists().get(), settings.language(), reader)
            : ChecklistLibrary.shipped(settings.language());
    return new Coaching(new Coach(checklists), reader, settings.timeZone());
  }

  private static Souffleur start(
      Settings settings,
      Extras extras,
      Coaching coaching,
      Archive archive,
      Clocks clocks,
      FatalHandler fatal)
      throws IOException {
    Proofreader proofreader =
        settings
            .languageTool()
            .<Proofreader>map(tool -> LanguageTool.at(tool.url(), tool.english()))
            .orElseGet(Proofreader::none);
    Monitoring monitoring = Monitoring.at(settings.running().management());
    PrivateStore store = null;
    Lanes lanes = null;
    Database house = null;
    Reception reception = null;
    WebServer web = null;
    try {
      // The folder is there, and nobody else's, once the store is open; its past is read meanwhile.
      store = archive.store();
      house = Database.open(settings.storage(), settings.data());
      house.migrate(Archive.program(), List.of("people"));
      reception = Reception.open(house.jdbi(), clocks.wall(), settings.signIn());
      Past past = archive.past();
      int count = Math.max(FEWEST_LANES, Runtime.getRuntime().availableProcessors());
      lanes =
          Lanes.start(
              past, coaching, proofreader, store.discretion(), clocks.house(), count, fatal);
      store.begin(lanes, coaching);
      Conversations conversations =
          new HeardConversations(
              monitoring.of(lanes, store.journal()), store.audit(), clocks.wall());
      web =
          WebServer.start(
              plan(
                  settings,
                  extras,
                  conversations,
                  reception,
                  store.door(coaching),
                  clocks.house()));
      monitoring.open(web.figures(), conversations);
      lanes.rouse();
      return new Souffleur(archive, store, proofreader, lanes, house, reception, web, monitoring);
    } catch (IOException | RuntimeException e) {
      monitoring.close();
      if (web != null) {
        web.close();
      }
      if (store != null) {
        store.rest();
      }
      if (lanes != null) {
        lanes.close();
      }
      if (reception != null) {
        reception.close();
      }
      if (house != null) {
        house.close();
      }
      proofreader.close();
      throw e;
    }
  }

  private static WebServer.Plan plan(
      Settings settings,
      Extras extras,
      Conversations lanes,
      Reception reception,
      PrivateStore.Door privacy,
      HouseTime clock) {
    Origins origins = new Origins(settings.allowedOrigins());
    Tickets tickets = new Tickets(clock);
    Map<String, HttpServlet> servlets = new HashMap<>(extras.servlets());
    servlets.putAll(reception.servlets());
    servlets.putAll(privacy.servlets());
    servlets.put("/v1/channel/events", new EventsServlet(lanes, HTTP_PATIENCE));
    servlets.put("/v1/desk/tickets", new TicketServlet(tickets, reception::nameOf));
    List<SocketRoute> sockets = new ArrayList<>(extras.sockets());
    sockets.add(ChannelDoor.route(lanes, clock));
    sockets.add(
        DeskDoor.route(
            lanes,
            tickets,
            reception.rosters(),
            origins,
            DeskLimits.standard(),
            clock,
            privacy.witness()));
    return new WebServer.Plan(
        settings.host(),
        settings.port(),
        extras.pages(),
        origins,
        Callers.byKey(
            new BearerKeys(settings.channels()),
            new BearerKeys(settings.hosts()),
            reception.callers()),
        SocketLimits.standard(),
        () -> lanes.ready() && extras.ready().getAsBoolean(),
        servlets,
        sockets,
        settings.running(),
        privacy.witness());
  }

  /** The port it listens at. */
  public int port() {
    return web.port();
  }

  /** Where its people come in. */
  public Reception reception() {
    return reception;
  }

  /** The port at which it can be watched; empty: none. */
  public OptionalInt managementPort() {
    return monitoring.port();
  }

  /**
   * Stops in order: nobody new is let in, what was taken becomes durable and is acknowledged, then
   * everybody is told when to come back.
   */
  @Override
  public void close() {
    try (archive;
        monitoring;
        proofreader;
        house;
        reception;
        web;
        lanes) {
      web.closeDoors();
      store.rest();
    }
  }
}
