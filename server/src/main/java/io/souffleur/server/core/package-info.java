/**
 * The coaching core: {@code step(state, event)} gives the next state, the updates and the wake-ups.
 * Pure: no I/O, clock, thread, randomness, default locale, logging or third-party library.
 */
@NullMarked
package io.souffleur.server.core;

import org.jspecify.annotations.NullMarked;
