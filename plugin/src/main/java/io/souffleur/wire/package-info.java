/**
 * The contract as values: what a channel tells Souffleur, what Souffleur tells a desk, and the
 * answers both ways. Every record checks itself; none knows JSON.
 */
@NullMarked
package io.souffleur.wire;

import org.jspecify.annotations.NullMarked;
