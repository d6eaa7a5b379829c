@NullMarked
package io.souffleur.server.access;

import org.jspecify.annotations.NullMarked;
