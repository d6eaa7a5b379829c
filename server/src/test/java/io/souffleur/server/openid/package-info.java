@NullMarked
package io.souffleur.server.openid;

import org.jspecify.annotations.NullMarked;
