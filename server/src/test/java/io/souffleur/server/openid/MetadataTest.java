package io.souffleur.server.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataTest {
  private static final URI ISSUER = URI.create("https://id.example.org");
  private static final String WHOLE =
      """
      {"issuer":"https://id.example.org","authorization_endpoint":"https://id.example.org/auth?a=b",
       "token_endpoint":"https://id.example.org/token","jwks_uri":"https://keys.example.org/jwks",
       "id_token_signing_alg_values_supported":["none","HS256","ES256"]}
      """;

  @Test
  void what_is_not_said_is_as_the_standard_has_it() throws Exception {
    Metadata metadata = Metadata.read(WHOLE, ISSUER);
    assertThat(metadata.basic()).isTrue();
    assertThat(metadata.userInfo()).isEmpty();
    assertThat(metadata.namesItself()).isFalse();
  }

  @Test
  void only_signatures_with_public_keys_are_believed() throws Exception {
    assertThat(Metadata.read(WHOLE, ISSUER).algorithms()).containsExactly(JWSAlgorithm.ES256);
    assertThat(Metadata.read(WHOLE.replaceAll(",\\s*\"id_token.*]", ""), ISSUER).algorithms())
        .containsExactly(JWSAlgorithm.RS256);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://id.example.org\",|https://id.example.org/\",|calls itself otherwise",
        "https://id.example.org\",|https://evil.example.org\",|calls itself otherwise",
        "https://id.example.org/token|http://id.example.org/token|no token_endpoint",
        "https://id.example.org/token|//token|no token_endpoint",
        "jwks_uri|jwks|no jwks_uri",
        "https://id.example.org/auth?a=b|javascript:alert(1)|no authorization_endpoint",
        "ES256|EdDSA|in no way that is believed",
        "{|[|something else than a JSON object",
      })
  void what_can_not_be_used_is_refused_with_the_reason(String from, String to, String reason) {
    assertThatThrownBy(() -> Metadata.read(WHOLE.replace(from, to), ISSUER))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining(reason);
  }

  @FuzzTest
  void any_document_is_read_or_refused(@NotNull String document) {
    try {
      assertThat(Metadata.read(document, ISSUER).algorithms()).isNotEmpty();
    } catch (ProviderException e) {
      assertThat(e.detail()).isNotBlank();
    }
  }
}
