/** The contract as values: channel events in, coaching updates out. */
@NullMarked
package io.souffleur.wire;

import org.jspecify.annotations.NullMarked;
