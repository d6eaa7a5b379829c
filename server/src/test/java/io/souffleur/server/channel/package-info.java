@NullMarked
package io.souffleur.server.channel;

import org.jspecify.annotations.NullMarked;
