@NullMarked
package io.souffleur.server.metrics;

import org.jspecify.annotations.NullMarked;
