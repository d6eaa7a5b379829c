package io.souffleur.server.people;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.souffleur.server.access.Role;
import io.souffleur.server.access.TeamId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * @param passwords whether people sign in with passwords
   * @param provider what the identity provider is called that knows them; empty: none does
   * @param guests whose accounts are there for trying
   */
  static String ways(
      boolean open, boolean passwords, Optional<String> provider, List<Guest> guests) {
    return json(
        out -> {
          out.writeStartObject();
          out.writeBooleanField("open", open);
          out.writeBooleanField("passwords", passwords);
          out.writeBooleanField("provider", provider.isPresent());
          if (provider.isPresent()) {
            out.writeStringField("providerName", provider.get());
          }
          if (!guests.isEmpty()) {
            out.writeArrayFieldStart("demo");
            for (Guest guest : guests) {
              out.writeStartObject();
              out.writeStringField("login", guest.login());
              out.writeStringField("name", guest.name());
              out.writeStringField("role", guest.role().word());
              out.writeStringField("password", guest.password());
              out.writeEndObject();
            }
            out.writeEndArray();
          }
          out.writeEndObject();
        });
  }

  static String refusal(RefusedException refused) {
    return json(
        out -> {
          out.writeStartObject();
          out.writeStringField("code", refused.code().word());
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
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names) {
      roles.add(
          Role.named(name)
              .orElseThrow(
                  () ->
                      RefusedException.field(
                          Code.INVALID_FIELD, "roles", "roles are agent, supervisor and admin")));
    }
    return roles;
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
      out.writeString(role.word());
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
