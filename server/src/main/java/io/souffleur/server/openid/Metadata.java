package io.souffleur.server.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0, section 3), as far as it matters
 * here.
 *
 * @param authorization where people are sent
 * @param token where codes are given for tokens
 * @param keys where its keys stand
 * @param userInfo where it tells more about a person; empty: nowhere
 * @param algorithms with which it signs ID tokens, of those that are believed
 * @param basic whether this server shows its secret in a header, else in the body
 * @param namesItself whether its answers say whose they are (RFC 9207)
 */
record Metadata(
    URI authorization,
    URI token,
    URI keys,
    Optional<URI> userInfo,
    Set<JWSAlgorithm> algorithms,
    boolean basic,
    boolean namesItself) {

  /** With a key that is public; a shared secret, or none, would let others sign, too. */
  private static final Set<JWSAlgorithm> BELIEVED =
      Stream.of(
              JWSAlgorithm.RS256,
              JWSAlgorithm.RS384,
              JWSAlgorithm.RS512,
              JWSAlgorithm.PS256,
              JWSAlgorithm.PS384,
              JWSAlgorithm.PS512,
              JWSAlgorithm.ES256,
              JWSAlgorithm.ES384,
              JWSAlgorithm.ES512)
          .collect(Collectors.toUnmodifiableSet());

  Metadata {
    algorithms = Set.copyOf(algorithms);
  }

  /**
   * Reads the document.
   *
   * @throws ProviderException when it is another provider’s, or lacks something
   */
  static Metadata read(String document, URI issuer) throws ProviderException {
    Map<String, Object> told = json(document);
    if (!issuer.toString().equals(told.get("issuer"))) {
      throw invalid("the provider calls itself otherwise than issuer in the settings");
    }
    List<String> methods = texts(told, "token_endpoint_auth_methods_supported");
    Metadata metadata =
        new Metadata(
            endpoint(told, "authorization_endpoint", issuer),
            endpoint(told, "token_endpoint", issuer),
            endpoint(told, "jwks_uri", issuer),
            told.get("userinfo_endpoint") == null
                ? Optional.empty()
                : Optional.of(endpoint(told, "userinfo_endpoint", issuer)),
            algorithms(texts(told, "id_token_signing_alg_values_supported")),
            methods.isEmpty() || methods.contains("client_secret_basic"),
            Boolean.TRUE.equals(told.get("authorization_response_iss_parameter_supported")));
    if (metadata.algorithms().isEmpty()) {
      throw invalid("the provider signs ID tokens in no way that is believed: RS256, ES256 …");
    }
    return metadata;
  }

  static Map<String, Object> json(String text) throws ProviderException {
    try {
      return JSONObjectUtils.parse(text);
    } catch (ParseException e) {
      throw invalid("the provider answers something else than a JSON object");
    }
  }

  private static Set<JWSAlgorithm> algorithms(List<String> names) {
    return (names.isEmpty()
            ? Stream.of(JWSAlgorithm.RS256)
            : names.stream().map(JWSAlgorithm::parse))
        .filter(BELIEVED::contains)
        .collect(Collectors.toSet());
  }

  private static List<String> texts(Map<String, Object> told, String name) {
    return told.get(name) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  private static URI endpoint(Map<String, Object> told, String name, URI issuer)
      throws ProviderException {
    if (told.get(name) instanceof String text) {
      try {
        URI uri = URI.create(text);
        boolean safe =
            "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && "http".equals(issuer.getScheme()));
        if (safe && uri.getHost() != null && uri.getRawFragment() == null) {
          return uri;
        }
      } catch (IllegalArgumentException e) {
        // Said below, together with what is an address of another kind.
      }
    }
    throw invalid("the provider names no " + name + " that can be used");
  }

  private static ProviderException invalid(String detail) {
    return new ProviderException(ProviderException.Trouble.INVALID, detail);
  }
}
