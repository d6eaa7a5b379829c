/**
 * Where conversations live: strictly one event at a time within each, in parallel across them. The
 * only place with a clock and with timers; nothing is told to anybody before it is durable.
 */
@NullMarked
package io.souffleur.server.lane;

import org.jspecify.annotations.NullMarked;
