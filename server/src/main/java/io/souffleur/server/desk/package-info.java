/** The door that desks watch conversations through: tickets, what each sees, what it sends back. */
@NullMarked
package io.souffleur.server.desk;

import org.jspecify.annotations.NullMarked;
