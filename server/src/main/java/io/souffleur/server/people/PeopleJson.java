package io.souffleur.server.people;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.souffleur.server.access.Role;
import io.souffleur.server.access.TeamId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is told about people, as JSON. */
final class PeopleJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private interface Part {
    void write(JsonGenerator out) throws IOException;
  }

  private PeopleJson() {}

  static String account(Account account) {
    return json(out -> write(out, account));
  }

  /** One's own account, with what its teams are called: only admins can look that up. */
  static String self(Account account, List<Team> teams) {
    return json(
        out -> {
          out.writeStartObject();
          writeFields(out, account);
          out.writeArrayFieldStart("teamNames");
          for (Team team : teams) {
            if (account.teams().contains(team.id())) {
              out.writeString(team.name());
            }
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  static String accounts(List<Account> accounts) {
    return json(
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("accounts");
          for (Account account : accounts) {
            write(out, account);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  static String team(Team team) {
    return json(out -> write(out, team));
  }

  static String teams(List<Team> teams) {
    return json(
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("teams");
          for (Team team : teams) {
            write(out, team);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  /**
   * How one can come in.
   *
   * @param open whether the first account can be made
   * @param provider whether an identity provider knows the people
   */
  static String ways(boolean open, boolean provider) {
    return json(
        out -> {
          out.writeStartObject();
          out.writeBooleanField("open", open);
          out.writeBooleanField("provider", provider);
          out.writeEndObject();
        });
  }

  static String refusal(RefusedException refused) {
    return json(
        out -> {
          out.writeStartObject();
          out.writeStringField("code", name(refused.code()));
          out.writeStringField("reason", refused.reason());
          if (refused.field().isPresent()) {
            out.writeStringField("field", refused.field().get());
          }
          if (refused.retryAfter().isPresent()) {
            out.writeNumberField("seconds", seconds(refused));
          }
          out.writeEndObject();
        });
  }

  /** How long to wait, rounded up. */
  static long seconds(RefusedException refused) {
    return refused.retryAfter().map(wait -> wait.plusMillis(999).toSeconds()).orElse(0L);
  }

  /** The roles of these names. */
  static Set<Role> roles(List<String> names) throws RefusedException {
    Set<String> known = Set.of("agent", "supervisor", "admin");
    for (String name : names) {
      if (!known.contains(name)) {
        throw RefusedException.field(
            Code.INVALID_FIELD, "roles", "roles are agent, supervisor and admin");
      }
    }
    return names.stream()
        .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private static void write(JsonGenerator out, Account account) throws IOException {
    out.writeStartObject();
    writeFields(out, account);
    out.writeEndObject();
  }

  private static void writeFields(JsonGenerator out, Account account) throws IOException {
    out.writeStringField("id", account.id().value());
    out.writeStringField("login", account.login());
    out.writeStringField("name", account.name());
    if (account.agent().isPresent()) {
      out.writeStringField("agent", account.agent().get());
    }
    out.writeArrayFieldStart("roles");
    for (Role role : account.roles().stream().sorted().toList()) {
      out.writeString(name(role));
    }
    out.writeEndArray();
    out.writeArrayFieldStart("teams");
    for (String team : account.teams().stream().map(TeamId::value).sorted().toList()) {
      out.writeString(team);
    }
    out.writeEndArray();
    out.writeBooleanField("disabled", account.disabled());
    out.writeBooleanField("provided", account.subject().isPresent());
  }

  private static void write(JsonGenerator out, Team team) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", team.id().value());
    out.writeStringField("name", team.name());
    out.writeEndObject();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String json(Part part) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      part.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
