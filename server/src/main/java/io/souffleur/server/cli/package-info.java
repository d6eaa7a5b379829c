/** The commands of the program, one class each. */
@NullMarked
package io.souffleur.server.cli;

import org.jspecify.annotations.NullMarked;
