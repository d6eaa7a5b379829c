@NullMarked
package io.souffleur.server.people;

import org.jspecify.annotations.NullMarked;
