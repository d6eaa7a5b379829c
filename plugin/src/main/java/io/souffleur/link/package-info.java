/**
 * What a host embeds to have its conversations coached: it tells {@link
 * io.souffleur.link.Souffleur} what happens and goes on. Nothing here blocks the host or throws
 * into it; what can't be sent now waits in a bounded outbox and is sent again until the server has
 * acknowledged it.
 */
@NullMarked
package io.souffleur.link;

import org.jspecify.annotations.NullMarked;
