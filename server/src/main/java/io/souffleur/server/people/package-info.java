/**
 * The people of the house: their accounts and teams, how they sign in, and how long that is good.
 */
@NullMarked
package io.souffleur.server.people;

import org.jspecify.annotations.NullMarked;
