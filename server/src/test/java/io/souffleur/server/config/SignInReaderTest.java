package io.souffleur.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.souffleur.server.access.Role;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInReaderTest {
  private static final String HOUSE =
      "data: d\nchannels:\n  - {name: chat, key: 0123456789abcdef}\n";
  private static final Map<String, String> ENVIRONMENT = Map.of("SECRET", "from outside");
  private static final String PROVIDER =
      """
      signIn:
        openId:
          name: Directory
          issuer: https://id.example.org/realms/house
          clientId: souffleur
          clientSecret: ${ENV:SECRET}
          scopes: [profile, email]
          redirect: https://souffleur.example.org/v1/open-id/return
          claims: {login: email, name: nick, agent: ext, groups: realm_access.roles, teams: units}
          groups:
            - {group: support, roles: [agent], teams: [North]}
            - {group: leads, roles: [supervisor, admin]}
        passwords: false
        sessions: {idle: 30m, whole: 2d}
      """;

  @TempDir Path folder;

  private SignIn read(String more) throws Exception {
    return SettingsFile.read(file(more), ENVIRONMENT).signIn();
  }

  private Path file(String more) throws Exception {
    return Files.writeString(folder.resolve("souffleur.yaml"), HOUSE + more);
  }

  private List<String> mistakes(String more) throws Exception {
    Path file = file(more);
    MistakesException refused =
        catchThrowableOfType(MistakesException.class, () -> SettingsFile.read(file, ENVIRONMENT));
    assertThat(refused).isNotNull();
    return refused.mistakes().stream()
        .map(mistake -> mistake.line() + ":" + mistake.column() + ": " + mistake.reason())
        .toList();
  }

  @Test
  void who_says_nothing_has_passwords_and_the_usual_times() throws Exception {
    assertThat(read("")).isEqualTo(SignIn.standard());
  }

  @Test
  void everything_can_be_said() throws Exception {
    assertThat(read(PROVIDER))
        .isEqualTo(
            new SignIn(
                Optional.of(
                    new SignIn.OpenId(
                        "Directory",
                        URI.create("https://id.example.org/realms/house"),
                        "souffleur",
                        "from outside",
                        List.of("openid", "profile", "email"),
                        Optional.of(URI.create("https://souffleur.example.org/v1/open-id/return")),
                        new SignIn.Claims(
                            "email",
                            "nick",
                            Optional.of("ext"),
                            "realm_access.roles",
                            Optional.of("units")),
                        List.of(
                            new SignIn.Grant("support", Set.of(Role.AGENT), Set.of("North")),
                            new SignIn.Grant(
                                "leads", Set.of(Role.SUPERVISOR, Role.ADMIN), Set.of())))),
                false,
                Duration.ofMinutes(30),
                Duration.ofDays(2)));
  }

  @Test
  void a_secret_is_not_shown() throws Exception {
    assertThat(read(PROVIDER).toString()).contains("id.example.org").doesNotContain("outside");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://id.example.org/realms/house|http://id.example.org|write https://",
        "https://id.example.org/realms/house|id.example.org|write the issuer as the provider does",
        "https://id.example.org/realms/house|https://id.example.org/?a|write the issuer as",
        "/v1/open-id/return|/back|the provider sends people back to this server",
        "[profile, email]|[profile email]|a scope is one word",
        "[agent]|[king]|roles are agent, supervisor and admin",
        "group: leads|group: support|this group stands above already",
        "group: leads, |'' |group is missing",
        "{group: leads, roles: [supervisor, admin]}|{group: leads}|roles or teams stand here",
        "passwords: false|passwords: no|write true or false",
        "30m|30|write minutes, hours or days",
        "2d|31d|write minutes, hours or days",
        "2d|10m|idle is not longer than whole",
        "name: Directory|title: x|no setting \"title\" here",
        "ENV:SECRET|ENV:NOTHING|the environment has no variable NOTHING",
      })
  void each_mistake_is_told(String from, String to, String reason) throws Exception {
    String written = PROVIDER.replace(from, to);
    assertThat(written).isNotEqualTo(PROVIDER);
    assertThat(mistakes(written)).anySatisfy(mistake -> assertThat(mistake).contains(reason));
  }

  @Test
  void all_mistakes_are_told_at_once_with_their_places() throws Exception {
    assertThat(
            mistakes(
                """
                signIn:
                  openId:
                    issuer: ftp://id
                    groups:
                      - {group: support, teams: [North]}
                  passwords: false
                  sessions: {idle: never}
                """))
        .containsExactly(
            "6:5: name is missing: what people call the provider",
            "6:5: clientId is missing: what the provider calls this server",
            "6:5: clientSecret is missing: write ${ENV:NAME}, and set that variable",
            "6:13: write the issuer as the provider does: https://…, without ? and #",
            "8:7: nobody could come in: give a group roles: [agent], for one",
            "10:20: write minutes, hours or days, such as 45m, 12h or 7d; 30d at most");
  }

  @Test
  void a_house_has_a_way_in() throws Exception {
    assertThat(mistakes("signIn: {passwords: false}\n"))
        .containsExactly("4:9: nobody could sign in: leave passwords on, or add openId");
  }

  @Test
  void a_provider_on_this_machine_needs_no_tls() throws Exception {
    assertThat(
            read(PROVIDER.replace("https://id.example.org/realms", "http://127.0.0.1:4"))
                .openId()
                .orElseThrow()
                .issuer())
        .isEqualTo(URI.create("http://127.0.0.1:4/house"));
  }
}
