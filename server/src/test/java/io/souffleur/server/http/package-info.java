@NullMarked
package io.souffleur.server.http;

import org.jspecify.annotations.NullMarked;
