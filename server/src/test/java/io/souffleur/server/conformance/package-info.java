/** That the sockets of the doors keep to RFC 6455, and that peers of other makers talk to them. */
@NullMarked
package io.souffleur.server.conformance;

import org.jspecify.annotations.NullMarked;
