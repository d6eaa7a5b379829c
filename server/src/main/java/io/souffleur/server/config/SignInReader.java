package io.souffleur.server.config;

import io.souffleur.server.access.Role;
import io.souffleur.server.config.YamlFile.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@link SignIn}. */
final class SignInReader {
  private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,3}) ?([mhd])");
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final String OPENID = "openid";
  private static final String RETURN = "/v1/open-id/return";
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,128}");
  private static final int LONGEST_NAME = 40;

  private final SettingsFile file;
  private final YamlFile yaml;

  SignInReader(SettingsFile file, YamlFile yaml) {
    this.file = file;
    this.yaml = yaml;
  }

  SignIn signIn(@Nullable Value value) {
    SignIn standard = SignIn.standard();
    if (value == null) {
      return standard;
    }
    Map<String, Value> entries = yaml.mapping(value, Set.of("openId", "passwords", "sessions"));
    boolean passwords = passwords(entries.get("passwords"));
    Value provider = entries.get("openId");
    if (!passwords && provider == null) {
      yaml.complain(value, "nobody could sign in: leave passwords on, or add openId");
    }
    Optional<SignIn.OpenId> openId = provider == null ? Optional.empty() : openId(provider);
    Value sessions = entries.get("sessions");
    Map<String, Value> times =
        sessions == null ? Map.of() : yaml.mapping(sessions, Set.of("idle", "whole"));
    Duration idle = time(times.get("idle"), standard.idle());
    Duration whole = time(times.get("whole"), standard.whole());
    if (sessions != null && idle.compareTo(whole) > 0) {
      yaml.complain(sessions, "idle is not longer than whole, which is " + whole.toMinutes() + "m");
    }
    return new SignIn(openId, passwords, idle, whole);
  }

  private boolean passwords(@Nullable Value value) {
    Optional<String> text = file.text(value);
    if (value != null && text.isPresent() && !Set.of("true", "false").contains(text.get())) {
      yaml.complain(value, "write true or false");
    }
    return text.filter("false"::equals).isEmpty();
  }

  private Duration time(@Nullable Value value, Duration standard) {
    Optional<String> text = file.text(value);
    if (value == null || text.isEmpty()) {
      return standard;
    }
    Matcher time = TIME.matcher(text.get());
    if (time.matches()) {
      long count = Long.parseLong(time.group(1));
      Duration read =
          switch (time.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          };
      if (read.compareTo(LONGEST) <= 0) {
        return read;
      }
    }
    yaml.complain(value, "write minutes, hours or days, such as 45m, 12h or 7d; 30d at most");
    return standard;
  }

  private Optional<SignIn.OpenId> openId(Value value) {
    Map<String, Value> entries =
        yaml.mapping(
            value,
            Set.of(
                "name",
                "issuer",
                "clientId",
                "clientSecret",
                "scopes",
                "redirect",
                "claims",
                "groups"));
    Optional<String> name = needed(value, entries, "name", "what people call the provider");
    if (name.isPresent() && name.get().length() > LONGEST_NAME) {
      yaml.complain(
          entries.getOrDefault("name", value), "it stands on a button: 40 letters at most");
    }
    Optional<URI> issuer =
        needed(value, entries, "issuer", "the provider’s own address, as it writes it")
            .flatMap(
                text ->
                    address(
                        entries.getOrDefault("issuer", value),
                        text,
                        uri -> uri.getRawQuery() == null,
                        "write the issuer as the provider does: https://…, without ? and #"));
    Optional<String> clientId =
        needed(value, entries, "clientId", "what the provider calls this server");
    Optional<String> secret =
        needed(value, entries, "clientSecret", "write ${ENV:NAME}, and set that variable");
    List<String> scopes = scopes(entries.get("scopes"));
    Optional<URI> redirect = redirect(entries.get("redirect"));
    SignIn.Claims claims = claims(entries.get("claims"));
    List<SignIn.Grant> grants = grants(value, entries.get("groups"));
    if (name.isEmpty() || issuer.isEmpty() || clientId.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SignIn.OpenId(
            name.get(),
            issuer.get(),
            clientId.get(),
            secret.get(),
            scopes,
            redirect,
            claims,
            grants));
  }

  private Optional<String> needed(
      Value value, Map<String, Value> entries, String name, String what) {
    if (!entries.containsKey(name)) {
      yaml.complain(value, name + " is missing: " + what);
    }
    return file.text(entries.get(name));
  }

  /** An address over TLS, or on this machine. */
  private Optional<URI> address(Value value, String text, Predicate<URI> more, String otherwise) {
    try {
      URI uri = new URI(text);
      boolean known = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (known
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && more.test(uri)) {
        if ("https".equals(uri.getScheme()) || RunningReader.isLoopback(uri.getHost())) {
          return Optional.of(uri);
        }
        yaml.complain(value, "who signs in, and with what, must not be read: write https://…");
        return Optional.empty();
      }
    } catch (URISyntaxException e) {
      // Said below, together with what is an address of another kind.
    }
    yaml.complain(value, otherwise);
    return Optional.empty();
  }

  private Optional<URI> redirect(@Nullable Value value) {
    Optional<String> text = file.text(value);
    return value == null || text.isEmpty()
        ? Optional.empty()
        : address(
            value,
            text.get(),
            uri -> RETURN.equals(uri.getRawPath()) && uri.getRawQuery() == null,
            "the provider sends people back to this server: https://…" + RETURN);
  }

  private List<String> scopes(@Nullable Value value) {
    if (value == null) {
      return List.of(OPENID, "profile");
    }
    Set<String> scopes = new LinkedHashSet<>(List.of(OPENID));
    for (Value element : file.list(value)) {
      Optional<String> text = file.text(element);
      if (text.isPresent() && !SCOPE.matcher(text.get()).matches()) {
        yaml.complain(element, "a scope is one word, such as profile");
      }
      text.ifPresent(scopes::add);
    }
    return List.copyOf(scopes);
  }

  private SignIn.Claims claims(@Nullable Value value) {
    SignIn.Claims standard = SignIn.Claims.standard();
    if (value == null) {
      return standard;
    }
    Map<String, Value> entries =
        yaml.mapping(value, Set.of("login", "name", "agent", "groups", "teams"));
    return new SignIn.Claims(
        file.text(entries.get("login")).orElse(standard.login()),
        file.text(entries.get("name")).orElse(standard.name()),
        file.text(entries.get("agent")),
        file.text(entries.get("groups")).orElse(standard.groups()),
        file.text(entries.get("teams")));
  }

  private List<SignIn.Grant> grants(Value around, @Nullable Value value) {
    if (value == null) {
      yaml.complain(around, "groups is missing: which group of the provider has which roles here");
      return List.of();
    }
    List<SignIn.Grant> grants = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Value element : yaml.list(value)) {
      Map<String, Value> entries = yaml.mapping(element, Set.of("group", "roles", "teams"));
      Value at = entries.get("group");
      Optional<String> group = file.text(at);
      if (at == null) {
        yaml.complain(element, "group is missing: as the provider writes it");
      } else if (group.isPresent() && !known.add(group.get())) {
        yaml.complain(at, "this group stands above already");
      }
      Set<Role> roles = roles(entries.get("roles"));
      Set<String> teams = new LinkedHashSet<>();
      file.list(entries.get("teams")).forEach(team -> file.text(team).ifPresent(teams::add));
      if (!entries.isEmpty() && !entries.containsKey("roles") && !entries.containsKey("teams")) {
        yaml.complain(element, "roles or teams stand here, too: what the group is for");
      }
      group.ifPresent(one -> grants.add(new SignIn.Grant(one, roles, teams)));
    }
    if (grants.isEmpty() || grants.stream().allMatch(grant -> grant.roles().isEmpty())) {
      yaml.complain(value, "nobody could come in: give a group roles: [agent], for one");
    }
    return grants;
  }

  private Set<Role> roles(@Nullable Value value) {
    Set<Role> roles = new LinkedHashSet<>();
    for (Value element : file.list(value)) {
      Optional<String> text = file.text(element);
      Optional<Role> role = text.flatMap(Role::named);
      role.ifPresent(roles::add);
      if (text.isPresent() && role.isEmpty()) {
        yaml.complain(element, "roles are agent, supervisor and admin");
      }
    }
    return roles;
  }
}
