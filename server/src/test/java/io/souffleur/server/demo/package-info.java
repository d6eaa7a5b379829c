@NullMarked
package io.souffleur.server.demo;

import org.jspecify.annotations.NullMarked;
