/** JSON Lines as they come in: named sources and their lines, in bounded memory. */
@NullMarked
package io.souffleur.server.lines;

import org.jspecify.annotations.NullMarked;
