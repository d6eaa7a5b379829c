package io.souffleur.server.http;

import io.souffleur.server.access.Access;
import io.souffleur.server.access.AccountId;
import io.souffleur.server.access.Caller;
import io.souffleur.server.access.Column;
import io.souffleur.server.access.Decision;
import io.souffleur.server.access.Identity;
import io.souffleur.server.access.Operation;
import io.souffleur.server.access.Reach;
import io.souffleur.server.access.Resource;
import io.souffleur.server.access.Routes;
import io.souffleur.server.access.Witness;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Stands before every servlet, page and socket: lets a request pass when the table of operations
 * says so, and tells those behind who sent it and what for.
 */
public final class Guard extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String IDENTITY = Guard.class.getName() + ".identity";
  private static final String OPERATION = Guard.class.getName() + ".operation";
  private static final String ID = Guard.class.getName() + ".id";

  private static final String ABOUT = Guard.class.getName() + ".about";

  private final transient Callers callers;
  private final transient Witness witness;

  Guard(Callers callers, Witness witness) {
    this.callers = callers;
    this.witness = witness;
  }

  /** Who sent a request that has passed; nobody where everybody may. */
  public static Identity identity(HttpServletRequest request) {
    return request.getAttribute(IDENTITY) instanceof Identity identity
        ? identity
        : Identity.nobody();
  }

  /** What a request that has passed asks for. */
  public static Operation operation(HttpServletRequest request) {
    if (request.getAttribute(OPERATION) instanceof Operation operation) {
      return operation;
    }
    throw new IllegalStateException("a request came round the guard");
  }

  /** What the path of a request that has passed names. */
  public static Optional<String> id(HttpServletRequest request) {
    return request.getAttribute(ID) instanceof String id ? Optional.of(id) : Optional.empty();
  }

  /** Says what a request that has passed turned out to be about, for those who look on. */
  public static void about(HttpServletRequest request, String id) {
    request.setAttribute(ABOUT, id);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
    switch (Routes.find(request.getMethod(), path)) {
      case Routes.Asked.Nothing nothing ->
          PlainAnswer.send(response, HttpServletResponse.SC_NOT_FOUND, "there is nothing here");
      case Routes.Asked.WrongMethod wrong -> {
        String methods = String.join(", ", wrong.methods());
        response.setHeader("Allow", methods);
        PlainAnswer.send(
            response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "this address takes " + methods);
      }
      case Routes.Asked.Known known -> {
        Identity identity =
            known.operation().reach(Column.NOBODY) == Reach.ALL
                ? Identity.nobody()
                : callers.identify(request);
        if (fromElsewhere(request, known.operation(), identity.caller())) {
          PlainAnswer.send(
              response,
              HttpServletResponse.SC_FORBIDDEN,
              "this is for the server's own pages: Origin must be theirs");
          return;
        }
        switch (Access.decide(identity.caller(), known.operation(), resource(known))) {
          case Decision.Refused refused -> {
            refuse(response, refused);
            saw(identity.caller(), request, response, known);
          }
          case Decision.Allowed allowed -> {
            request.setAttribute(IDENTITY, identity);
            request.setAttribute(OPERATION, known.operation());
            known.id().ifPresent(id -> request.setAttribute(ID, id));
            chain.doFilter(request, response);
            saw(identity.caller(), request, response, known);
          }
        }
      }
    }
  }

  private void saw(
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response,
      Routes.Asked.Known known) {
    String about =
        request.getAttribute(ABOUT) instanceof String said ? said : known.id().orElse("");
    Witness.End end =
        switch (response.getStatus()) {
          case HttpServletResponse.SC_OK -> Witness.End.DONE;
          // Sent on, by who knows whom it was about only where it went well.
          case HttpServletResponse.SC_SEE_OTHER ->
              about.isEmpty() ? Witness.End.REFUSED : Witness.End.DONE;
          case HttpServletResponse.SC_UNAUTHORIZED, HttpServletResponse.SC_FORBIDDEN ->
              Witness.End.REFUSED;
          default -> Witness.End.NOT_DONE;
        };
    witness.saw(new Witness.Sight(caller, request.getRemoteAddr(), known.operation(), about, end));
  }

  private static Resource resource(Routes.Asked.Known known) {
    return known
        .id()
        .<Resource>map(id -> new Resource.Account(new AccountId(id)))
        .orElseGet(Resource.None::new);
  }

  /** Whether another site's page may have made the browser of a person send it. */
  private static boolean fromElsewhere(
      HttpServletRequest request, Operation operation, Caller caller) {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    boolean session =
        caller instanceof Caller.Person
            || operation == Operation.SIGN_IN
            || operation == Operation.SET_UP;
    return session && !reads && !Origins.ownPage(request);
  }

  private static void refuse(HttpServletResponse response, Decision.Refused refused)
      throws IOException {
    if (refused.unknown()) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    PlainAnswer.send(
        response,
        refused.unknown() ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_FORBIDDEN,
        refused.reason());
  }
}
