/**
 * Where what the house keeps in tables lives: a SQLite file or PostgreSQL, opened so that what was
 * committed stays committed, and refused when that can't be had.
 */
@NullMarked
package io.souffleur.server.store;

import org.jspecify.annotations.NullMarked;
