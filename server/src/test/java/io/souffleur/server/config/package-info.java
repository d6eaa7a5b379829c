@NullMarked
package io.souffleur.server.config;

import org.jspecify.annotations.NullMarked;
