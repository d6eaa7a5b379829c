package io.souffleur.server.people;

import io.souffleur.server.access.TeamId;
import io.souffleur.server.http.Guard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lists, adds, renames and removes teams. */
final class TeamsServlet extends PeopleServlet {
  private static final long serialVersionUID = 1;

  private final transient People people;

  TeamsServlet(People people) {
    this.people = people;
  }

  private static TeamId team(HttpServletRequest request) {
    return new TeamId(Guard.id(request).orElseThrow());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(response, () -> PeopleJson.teams(people.directory().teams()));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        request,
        response,
        body -> {
          Team added = people.addTeam(body.text("name"));
          Guard.about(request, added.id().value());
          return PeopleJson.team(added);
        });
  }

  @Override
  protected void doPatch(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        request,
        response,
        body -> PeopleJson.team(people.renameTeam(team(request), body.text("name"))));
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        response,
        () -> {
          people.removeTeam(team(request));
          return "{}";
        });
  }
}
