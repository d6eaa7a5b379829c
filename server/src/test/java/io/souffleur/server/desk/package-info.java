@NullMarked
package io.souffleur.server.desk;

import org.jspecify.annotations.NullMarked;
