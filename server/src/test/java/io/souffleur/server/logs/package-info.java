@NullMarked
package io.souffleur.server.logs;

import org.jspecify.annotations.NullMarked;
