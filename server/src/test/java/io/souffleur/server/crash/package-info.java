/**
 * Kills the real program while channels write and a desk watches, starts it again on the same data,
 * and compares what it acknowledged and showed with what its journal has.
 */
@NullMarked
package io.souffleur.server.crash;

import org.jspecify.annotations.NullMarked;
