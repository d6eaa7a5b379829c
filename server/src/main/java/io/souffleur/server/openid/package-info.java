/**
 * Asks the OpenID Connect provider of the house who somebody is: the authorization code flow with
 * PKCE, and what must be checked before its word is taken. Knows nothing of accounts.
 */
@NullMarked
package io.souffleur.server.openid;

import org.jspecify.annotations.NullMarked;
