/**
 * Who may do what: one table of operations and roles, and the one place that decides by it. Knows
 * no socket, no request and no store.
 */
@NullMarked
package io.souffleur.server.access;

import org.jspecify.annotations.NullMarked;
