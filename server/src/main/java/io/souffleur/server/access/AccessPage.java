package io.souffleur.server.access;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes {@code docs/access.md}: the table of operations and who may. */
public final class AccessPage {

  /** How the page is written anew. */
  public static final String COMMAND = "server/bin/souffleur access > docs/access.md";

  private AccessPage() {}

  /** The page, in Markdown; ends with a new line. */
  public static String text() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Who may do what

        Everything that can be asked of the server stands in one table, `access.Operation`, and one
        place decides by it, `access.Access`: every request over HTTP passes it before it reaches a
        servlet, every frame after it was read. What is not in the table can't be asked for. The
        table below is written from it, and tried against a running server, caller by caller
        (`AccessMatrixTest`).

        **yes**: everything. **team**: conversations of agents of one’s teams. **own**: for a
        connector, conversations that its channel started; for an agent, conversations that they
        hold or nobody holds yet, and promises they made; for a person, their own account. **–**: no.

        - A *connector* shows the key of a channel. It writes that channel, and reads nothing but
          the answers to what it wrote.
        - A *host* shows the key of a tool that agents work in. It gets tickets for desks of its
          agents; the *desk of a host’s agent* is what such a ticket opens.
        - *Agents*, *supervisors* and *admins* are people who signed in; somebody with several roles
          may do what any of them may. A desk that a person opens by themselves is theirs: an
          agent’s shows their conversations, a supervisor’s those of their teams, to read only.
          An admin looks after people and reads no conversation for that.
        - When a person signs out, changes their password, is disabled or deleted, or gets other
          roles or teams, their sessions end everywhere and their open sockets are closed (4503)
          within a second. A conversation that goes to another agent leaves the desk at once.
        - What people are may come from the house’s OpenID Connect provider (`signIn.openId`): its
          groups give roles and teams, anew at each sign-in. Who has no role does not come in, and
          an account that an admin disabled stays so whatever the provider says.
        - Requests that change something and come with a session must come from the server’s own
          pages (`Origin`, `Sec-Fetch-Site`); so must signing in.
        """);
    section(page, "Over HTTP", "request", where -> where instanceof Where.Route);
    section(page, "Frames of a channel", "`type`", where -> where instanceof Where.ChannelFrame);
    section(page, "Frames of a desk", "`type`", where -> where instanceof Where.DeskFrame);
    page.append("\nThis page is written by `").append(COMMAND).append("`.\n");
    return page.toString();
  }

  private static void section(
      StringBuilder page, String title, String what, Predicate<Where> which) {
    page.append("\n## ").append(title).append("\n\n| ").append(what).append(" | ");
    page.append(
        Arrays.stream(Column.values()).map(Column::shown).collect(Collectors.joining(" | ")));
    page.append(" |\n| ---").append(" | ---".repeat(Column.values().length)).append(" |\n");
    for (Operation operation : Operation.values()) {
      if (which.test(operation.where())) {
        page.append("| `").append(name(operation.where())).append("` | ");
        page.append(
            Arrays.stream(Column.values())
                .map(column -> operation.reach(column).shown())
                .collect(Collectors.joining(" | ")));
        page.append(" |\n");
      }
    }
  }

  private static String name(Where where) {
    return switch (where) {
      case Where.Route route -> route.method() + " " + route.path();
      case Where.ChannelFrame frame -> frame.type();
      case Where.DeskFrame frame -> frame.type();
    };
  }
}
