/**
 * Benchmarks: what a message costs, and how long a hint takes from the channel to the desk. Run by
 * hand, as {@code docs/measures.md} says; compiled with the tests so that they cannot rot.
 */
@NullMarked
package io.souffleur.server.benchmark;

import org.jspecify.annotations.NullMarked;
