/**
 * The one truth: every event that was kept, in the order it was handled, durable before anybody is
 * told that it is.
 */
@NullMarked
package io.souffleur.server.journal;

import org.jspecify.annotations.NullMarked;
