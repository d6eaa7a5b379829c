/** Whole conversations through real sockets, the real program and a real disk. */
@NullMarked
package io.souffleur.server.endtoend;

import org.jspecify.annotations.NullMarked;
