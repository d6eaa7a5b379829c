package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import io.souffleur.server.http.Guard;
import io.souffleur.server.http.RequestBody;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What the addresses about people share: JSON in, JSON out, refusals with a code. */
abstract class PeopleServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Does what was asked; what it returns is the body of the answer. */
  @FunctionalInterface
  interface Work {
    String done() throws IOException, RefusedException;
  }

  /** Does what was asked with a body. */
  @FunctionalInterface
  interface BodyWork {
    String done(Body body) throws IOException, RefusedException;
  }

  /** Reads the body first, within bounds; what is too large or too slow is refused there. */
  static void answer(HttpServletRequest request, HttpServletResponse response, BodyWork work)
      throws IOException {
    Optional<byte[]> body = RequestBody.read(request, response, Body.LONGEST, PATIENCE);
    if (body.isPresent()) {
      answer(response, () -> work.done(Body.read(body.get())));
    }
  }

  static void answer(HttpServletResponse response, Work work) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    try {
      send(response, HttpServletResponse.SC_OK, work.done());
    } catch (RefusedException e) {
      if (e.retryAfter().isPresent()) {
        response.setHeader("Retry-After", String.valueOf(PeopleJson.seconds(e)));
      }
      send(response, e.code().status(), PeopleJson.refusal(e));
    }
  }

  private static void send(HttpServletResponse response, int status, String json)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().println(json);
  }

  /** The account that the path names. */
  static AccountId account(HttpServletRequest request) {
    return new AccountId(Guard.id(request).orElseThrow());
  }
}
