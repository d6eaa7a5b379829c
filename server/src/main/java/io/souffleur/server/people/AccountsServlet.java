package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import io.souffleur.server.access.Caller;
import io.souffleur.server.access.Role;
import io.souffleur.server.access.TeamId;
import io.souffleur.server.http.Guard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists, adds, changes and removes accounts, and gives them passwords. */
final class AccountsServlet extends PeopleServlet {
  private static final long serialVersionUID = 1;

  private final transient People people;

  AccountsServlet(People people) {
    this.people = people;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(response, () -> PeopleJson.accounts(people.directory().accounts()));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        request,
        response,
        body -> {
          Account added = people.add(form(body), body.optional("password"));
          Guard.about(request, added.id().value());
          return PeopleJson.account(added);
        });
  }

  @Override
  protected void doPatch(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        request, response, body -> PeopleJson.account(people.change(account(request), form(body))));
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        response,
        () -> {
          people.remove(account(request));
          return "{}";
        });
  }

  /** One’s own password is changed by who knows it; their other sessions end, this one goes on. */
  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        request,
        response,
        body -> {
          String password = body.text("password");
          AccountId id = account(request);
          boolean own =
              Guard.identity(request).caller() instanceof Caller.Person person
                  && person.account().equals(id);
          if (own) {
            people.checkPassword(id, body.text("current"));
          }
          people.setPassword(id, password);
          if (own) {
            BrowserCookie.SESSION.give(request, response, people.begin(id));
          }
          return "{}";
        });
  }

  private static AccountForm form(Body body) throws RefusedException {
    Optional<List<String>> roles = body.texts("roles");
    Optional<Set<Role>> read = Optional.empty();
    if (roles.isPresent()) {
      read = Optional.of(PeopleJson.roles(roles.get()));
    }
    return new AccountForm(
        body.optional("login"),
        body.optional("name"),
        body.says("agent") ? Optional.of(body.optional("agent")) : Optional.empty(),
        read,
        body.texts("teams")
            .map(teams -> teams.stream().map(TeamId::new).collect(Collectors.toSet())),
        body.flag("disabled"));
  }
}
