/** When a house is open, and how long something takes in the hours in which it is. */
@NullMarked
package io.souffleur.server.core.calendar;

import org.jspecify.annotations.NullMarked;
