/** Checklists as values: what must or must not happen, by when, and what to show. */
@NullMarked
package io.souffleur.server.core.rule;

import org.jspecify.annotations.NullMarked;
