@NullMarked
package io.souffleur.server.cli;

import org.jspecify.annotations.NullMarked;
