/**
 * Conversations as they stood a moment ago, so that a start need not read their whole journals. A
 * cache: what is missing, damaged or of another build costs time and nothing else.
 */
@NullMarked
package io.souffleur.server.snapshot;

import org.jspecify.annotations.NullMarked;
