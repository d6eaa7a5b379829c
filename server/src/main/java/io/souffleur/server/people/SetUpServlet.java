package io.souffleur.server.people;

import io.souffleur.server.http.Guard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says how one can come in, and makes the first account of a house. */
final class SetUpServlet extends PeopleServlet {
  private static final long serialVersionUID = 1;

  private final transient People people;
  private final boolean provider;

  /**
   * The address of the first account.
   *
   * @param provider whether an identity provider knows the people
   */
  SetUpServlet(People people, boolean provider) {
    this.people = people;
    this.provider = provider;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(response, () -> PeopleJson.ways(people.setUpCode().isPresent(), provider));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        response,
        () -> {
          Body body = body(request);
          Account admin =
              people.setUp(
                  body.text("code"),
                  body.text("login"),
                  body.text("name"),
                  body.text("password"),
                  request.getRemoteAddr());
          Guard.about(request, admin.id().value());
          SessionCookie.give(request, response, people.begin(admin.id()));
          return PeopleJson.account(admin);
        });
  }
}
