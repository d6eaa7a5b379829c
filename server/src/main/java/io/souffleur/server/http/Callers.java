package io.souffleur.server.http;

import io.souffleur.server.access.Caller;
import io.souffleur.server.access.Identity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Finds out who sends a request. For any thread. */
@FunctionalInterface
public interface Callers {

  /** Who sends {@code request}; nobody where it shows nothing, or nothing good. */
  Identity identify(HttpServletRequest request);

  /** Knows nobody. */
  static Callers none() {
    return request -> Identity.nobody();
  }

  /** Knows the holders of keys, and of those without a key whom {@code others} know. */
  static Callers byKey(BearerKeys channels, BearerKeys hosts, Callers others) {
    return request -> {
      if (request.getHeader("Authorization") == null) {
        return others.identify(request);
      }
      Optional<Caller> channel = channels.owner(request).map(Caller.Connector::new);
      return channel
          .or(() -> hosts.owner(request).map(Caller.Host::new))
          .map(Identity::ofKey)
          .orElseGet(Identity::nobody);
    };
  }
}
