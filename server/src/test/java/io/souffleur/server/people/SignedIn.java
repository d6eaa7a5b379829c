package io.souffleur.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestSocket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A person at a browser that is signed in. */
public final class SignedIn {
  private final House house;
  private final String cookie;
  private final String body;

  private SignedIn(House house, String cookie, String body) {
    this.house = house;
    this.cookie = cookie;
    this.body = body;
  }

  /** Signs somebody in. */
  public static SignedIn at(House house, String login, String password) throws Exception {
    HttpResponse<String> answer = tryAt(house, login, password);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return of(house, answer);
  }

  /** The person whose cookie an answer brings. */
  public static SignedIn of(House house, HttpResponse<String> answer) {
    return new SignedIn(
        house,
        answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", ""),
        answer.body());
  }

  /** The person whose cookie this is. */
  public static SignedIn with(House house, String cookie) {
    return new SignedIn(house, cookie, "");
  }

  public static HttpResponse<String> tryAt(House house, String login, String password)
      throws Exception {
    return house.ask(
        "POST",
        "/v1/session",
        "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}",
        "Origin",
        house.origin());
  }

  public String cookie() {
    return cookie;
  }

  /** The id of their account. */
  public String id() {
    return body.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
  }

  public HttpResponse<String> ask(String method, String path, String body, String... headers)
      throws Exception {
    List<String> all = new ArrayList<>(List.of("Cookie", cookie, "Origin", house.origin()));
    all.addAll(List.of(headers));
    return house.ask(method, path, body, all.toArray(String[]::new));
  }

  /** A ticket for their own desk. */
  public String ticket() throws Exception {
    HttpResponse<String> answer = ask("POST", "/v1/desk/tickets", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().replaceAll("(?s).*\"ticket\":\"([^\"]+)\".*", "$1");
  }

  /** Their own desk, open. */
  public TestSocket desk() throws Exception {
    TestSocket desk = house.desk(Map.of("Origin", house.origin()));
    desk.send("{\"type\":\"hello\",\"ticket\":\"" + ticket() + "\"}");
    desk.nextWith("\"ready\"");
    return desk;
  }
}
