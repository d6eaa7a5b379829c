package io.souffleur.server.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Tells a supervisor of processes whether something holds: 200 or 503. */
final class Probe extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient BooleanSupplier holds;

  Probe(BooleanSupplier holds) {
    this.holds = holds;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (holds.getAsBoolean()) {
      PlainAnswer.send(response, HttpServletResponse.SC_OK, "ok");
    } else {
      PlainAnswer.send(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "not ready");
    }
  }
}
