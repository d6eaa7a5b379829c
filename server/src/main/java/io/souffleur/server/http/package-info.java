/**
 * The web server: Jetty, its sockets and servlets, its pages, its health; knows nothing of
 * coaching.
 */
@NullMarked
package io.souffleur.server.http;

import org.jspecify.annotations.NullMarked;
