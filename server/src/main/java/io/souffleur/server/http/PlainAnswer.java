package io.souffleur.server.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A short answer in plain text. */
public final class PlainAnswer {
  private PlainAnswer() {}

  /** Answers with {@code status} and one line. */
  public static void send(HttpServletResponse response, int status, String line)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().println(line);
  }
}
