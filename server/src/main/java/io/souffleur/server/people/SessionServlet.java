package io.souffleur.server.people;

import io.souffleur.server.access.Caller;
import io.souffleur.server.http.Guard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Signs people in and out, and says who is signed in. */
final class SessionServlet extends PeopleServlet {
  private static final long serialVersionUID = 1;

  private final transient People people;

  SessionServlet(People people) {
    this.people = people;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        request,
        response,
        body -> {
          String login = body.text("login");
          people.idOf(login).ifPresent(id -> Guard.about(request, id.value()));
          String token = people.signIn(login, body.text("password"), request.getRemoteAddr());
          BrowserCookie.SESSION.value(request).ifPresent(people::signOut);
          BrowserCookie.SESSION.give(request, response, token);
          return people
              .session(token)
              .map(Session::account)
              .map(PeopleJson::account)
              .orElseThrow(
                  () -> new RefusedException(Code.WRONG_LOGIN, "the account has just changed"));
        });
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        response,
        () -> {
          if (Guard.identity(request).caller() instanceof Caller.Person person) {
            Directory directory = people.directory();
            return PeopleJson.self(
                directory
                    .account(person.account())
                    .orElseThrow(
                        () -> new RefusedException(Code.NOT_FOUND, "there is no such account")),
                directory.teams());
          }
          throw new IllegalStateException("only people have sessions");
        });
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        response,
        () -> {
          BrowserCookie.SESSION.value(request).ifPresent(people::signOut);
          BrowserCookie.SESSION.take(request, response);
          return "{}";
        });
  }
}
