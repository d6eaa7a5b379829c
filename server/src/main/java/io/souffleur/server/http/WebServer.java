package io.souffleur.server.http;

import io.souffleur.server.access.Routes;
import io.souffleur.server.access.Witness;
import io.souffleur.server.config.Running;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A running web server. Closing it tells every socket what still waits to be told and when to come
 * back, and waits for requests to end.
 */
public final class WebServer implements AutoCloseable {
  private static final Duration LAST_REQUESTS = Duration.ofSeconds(5);

  /** How long a connection on which nothing happens stays open at a stop. */
  private static final Duration LAST_SILENCE = Duration.ofMillis(100);

  private final Server server;
  private final ServerConnector connector;
  private final Sockets sockets;
  private final Optional<Tls> tls;

  private WebServer(Server server, ServerConnector connector, Sockets sockets, Optional<Tls> tls) {
    this.server = server;
    this.connector = connector;
    this.sockets = sockets;
    this.tls = tls;
  }

  /**
   * What a server is made of.
   *
   * @param host the address to listen at
   * @param port from 1 to 65535, or 0 for a free one
   * @param pages the files it shows
   * @param origins whose pages may talk to it
   * @param callers who knows those who do
   * @param limits how patient its sockets are
   * @param ready whether it can do its work now
   * @param servlets what answers at a path
   * @param sockets its WebSocket addresses
   * @param running over which line it is reached
   * @param witness sees every request and what became of it
   */
  public record Plan(
      String host,
      int port,
      Pages pages,
      Origins origins,
      Callers callers,
      SocketLimits limits,
      BooleanSupplier ready,
      Map<String, HttpServlet> servlets,
      List<SocketRoute> sockets,
      Running running,
      Witness witness) {
    public Plan {
      servlets = Map.copyOf(servlets);
      sockets = List.copyOf(sockets);
      Stream.concat(servlets.keySet().stream(), sockets.stream().map(SocketRoute::path))
          .filter(path -> !Routes.knows(path))
          .findFirst()
          .ifPresent(
              path -> {
                throw new IllegalArgumentException("the table of operations lacks " + path);
              });
    }

    /**
     * A plan of a server that nobody stands in front of or looks at, and that speaks plain HTTP.
     */
    public Plan(
        String host,
        int port,
        Pages pages,
        Origins origins,
        Callers callers,
        SocketLimits limits,
        BooleanSupplier ready,
        Map<String, HttpServlet> servlets,
        List<SocketRoute> sockets) {
      this(
          host,
          port,
          pages,
          origins,
          callers,
          limits,
          ready,
          servlets,
          sockets,
          Running.standard(),
          Witness.none());
    }
  }

  /**
   * Starts a server.
   *
   * @throws AddressInUseException when another program listens there
   * @throws IOException when it can't listen there for another reason
   */
  public static WebServer start(Plan plan) throws IOException {
    return start(plan, ConnectionLimits.of(plan.running().connections()));
  }

  /**
   * Starts a server with other limits for who is connected.
   *
   * @throws AddressInUseException when another program listens there
   * @throws IOException when it can't listen there for another reason
   */
  public static WebServer start(Plan plan, ConnectionLimits connections) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("http");
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(8 * 1024);
    plan.running().proxy().ifPresent(proxy -> http.addCustomizer(new ForwardedCallers(proxy)));
    if (plan.running().tls().isPresent()) {
      // Without the check of names: there is one certificate, and probes come by address.
      http.addCustomizer(new SecureRequestCustomizer(false));
    }
    http.addCustomizer(new StrictTransport());
    Optional<Tls> tls =
        plan.running().tls().isPresent()
            ? Optional.of(Tls.with(plan.running().tls().get()))
            : Optional.empty();
    ServerConnector connector = connector(server, http, tls);
    connector.setHost(plan.host());
    connector.setPort(plan.port());
    connector.setShutdownIdleTimeout(LAST_SILENCE.toMillis());
    connector.addBean(new Connections(connections, connector.getScheduler()));
    server.addConnector(connector);
    Sockets sockets = new Sockets(plan.limits());
    server.setHandler(context(plan, sockets));
    server.setErrorHandler(new PlainErrors(SecurityHeaders.onOthers(plan.origins())));
    server.setStopTimeout(LAST_REQUESTS.toMillis());
    WebServer started = new WebServer(server, connector, sockets, tls);
    try {
      server.start();
      return started;
    } catch (Exception e) {
      started.close();
      if (e instanceof BindException || e.getCause() instanceof BindException) {
        throw new AddressInUseException(plan.host(), plan.port(), e);
      }
      throw new IOException("the web server did not start: " + e.getMessage(), e);
    }
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, Optional<Tls> tls) {
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    return tls.isEmpty()
        ? new ServerConnector(server, plain)
        : new ServerConnector(
            server, new SslConnectionFactory(tls.get().context(), plain.getProtocol()), plain);
  }

  private static ServletContextHandler context(Plan plan, Sockets sockets) {
    ServletContextHandler context = new ServletContextHandler("/");
    context.addFilter(
        new FilterHolder(new SecurityHeaders(plan.origins())),
        "/*",
        EnumSet.of(DispatcherType.REQUEST));
    context.addFilter(
        new FilterHolder(new Guard(plan.callers(), plan.witness())),
        "/*",
        EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder(new Probe(() -> true)), "/health");
    context.addServlet(new ServletHolder(new Probe(plan.ready())), "/ready");
    plan.servlets()
        .forEach((path, servlet) -> context.addServlet(new ServletHolder(servlet), path));
    for (SocketRoute route : plan.sockets()) {
      context.addServlet(
          new ServletHolder(new SocketDoor(route, plan.limits(), sockets)), route.path());
    }
    plan.pages().serveIn(context);
    JakartaWebSocketServletContainerInitializer.configure(context, null);
    return context;
  }

  /** The port it listens at. */
  public int port() {
    return connector.getLocalPort();
  }

  /** How its sockets fare. */
  public SocketFigures figures() {
    return sockets.figures();
  }

  /** Opens no more sockets; those that are open go on. */
  public void closeDoors() {
    sockets.closeDoors();
  }

  @Override
  public void close() {
    tls.ifPresent(Tls::close);
    sockets.close();
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("the web server did not stop in order", e);
    }
  }
}
