/**
 * The demo: a small live chat that is a channel like any other. It reaches the server only through
 * the contract, over a socket.
 */
@NullMarked
package io.souffleur.server.demo;

import org.jspecify.annotations.NullMarked;
