/**
 * The program put together: builds its parts by hand, starts them in order, stops them in reverse.
 */
@NullMarked
package io.souffleur.server;

import org.jspecify.annotations.NullMarked;
