/** Waits that must be seen through, whoever interrupts the thread that waits. */
@NullMarked
package io.souffleur.server.waiting;

import org.jspecify.annotations.NullMarked;
