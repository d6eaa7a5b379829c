/** The settings of a house: read from one file, checked whole, immutable afterwards. */
@NullMarked
package io.souffleur.server.config;

import org.jspecify.annotations.NullMarked;
