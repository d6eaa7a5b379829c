package io.souffleur.server.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.souffleur.server.openid.ProviderException.Trouble;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks ID tokens (OpenID Connect Core 1.0, section 3.1.3.7). For any thread. */
final class IdTokens {
  /** How far the clocks of provider and server may be apart. */
  private static final int SKEW_SECONDS = 60;

  private static final int LONGEST_SUBJECT = 255;

  private final String issuer;
  private final String clientId;
  private final InstantSource clock;

  IdTokens(String issuer, String clientId, InstantSource clock) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.clock = clock;
  }

  /**
   * What a token says.
   *
   * @param nonce that must stand in it
   * @throws ProviderException when it is not this provider’s, for this server, for this sign-in,
   *     and of now
   */
  JWTClaimsSet claims(String token, String nonce, Discovery.Known provider)
      throws ProviderException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(provider.metadata().algorithms(), provider.keys()));
    processor.setJWTClaimsSetVerifier(new Check(nonce));
    try {
      return processor.process(token, null);
    } catch (KeySourceException e) {
      throw new ProviderException(Trouble.UNREACHABLE, "its keys can't be had");
    } catch (BadJWTException e) {
      throw invalid("the ID token is not for this sign-in: " + reason(e));
    } catch (BadJOSEException | JOSEException | ParseException e) {
      throw invalid("the ID token is not signed by the provider");
    }
  }

  /** The library quotes what it compares: only the name of the claim goes on. */
  private static String reason(BadJWTException e) {
    String message = String.valueOf(e.getMessage());
    return List.of("iss", "aud", "azp", "nonce", "sub", "exp", "iat", "Expired", "before use")
        .stream()
        .filter(message::contains)
        .findFirst()
        .orElse("a claim");
  }

  private static ProviderException invalid(String detail) {
    return new ProviderException(Trouble.INVALID, detail);
  }

  private final class Check extends DefaultJWTClaimsVerifier<SecurityContext> {
    Check(String nonce) {
      super(
          null,
          new JWTClaimsSet.Builder().issuer(issuer).claim("nonce", nonce).build(),
          Set.of("sub", "aud", "exp", "iat"));
      setMaxClockSkew(SKEW_SECONDS);
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context)
        throws BadJWTException {
      super.verify(claims, context);
      // A second audience could come with it and be taken for the person.
      if (!claims.getAudience().equals(List.of(clientId))) {
        throw new BadJWTException("aud");
      }
      Object party = claims.getClaim("azp");
      if (party != null && !party.equals(clientId)) {
        throw new BadJWTException("azp");
      }
      Date issued = claims.getIssueTime();
      if (issued == null || issued.toInstant().isAfter(clock.instant().plusSeconds(SKEW_SECONDS))) {
        throw new BadJWTException("iat");
      }
      String subject = claims.getSubject();
      if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
        throw new BadJWTException("sub");
      }
    }
  }
}
