/** Conversations as tests: a driver that moves the clock, short rules, updates as lines of text. */
@NullMarked
package io.souffleur.server.core.testing;

import org.jspecify.annotations.NullMarked;
