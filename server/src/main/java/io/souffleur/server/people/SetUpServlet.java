package io.souffleur.server.people;

import io.souffleur.server.config.SignIn;
import io.souffleur.server.http.Guard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** Says how one can come in, and makes the first account of a house. */
final class SetUpServlet extends PeopleServlet {
  private static final long serialVersionUID = 1;

  private final transient People people;
  private final transient SignIn ways;
  private final transient Supplier<List<Guest>> guests;

  /**
   * The address of the first account.
   *
   * @param ways how people of this house sign in
   * @param guests whose accounts are there for trying
   */
  SetUpServlet(People people, SignIn ways, Supplier<List<Guest>> guests) {
    this.people = people;
    this.ways = ways;
    this.guests = guests;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        response,
        () ->
            PeopleJson.ways(
                people.setUpCode().isPresent(),
                ways.passwords(),
                ways.openId().map(SignIn.OpenId::name),
                guests.get()));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        request,
        response,
        body -> {
          Account admin =
              people.setUp(
                  body.text("code"),
                  body.text("login"),
                  body.text("name"),
                  body.text("password"),
                  request.getRemoteAddr());
          Guard.about(request, admin.id().value());
          BrowserCookie.SESSION.give(request, response, people.begin(admin.id()));
          return PeopleJson.account(admin);
        });
  }
}
