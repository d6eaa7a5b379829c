/**
 * Takes everything that a house has kept out of its store into one file, and brings it back, into
 * the same kind of store or the other.
 */
@NullMarked
package io.souffleur.server.backup;

import org.jspecify.annotations.NullMarked;
