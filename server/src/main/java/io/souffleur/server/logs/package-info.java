/** The lines of the log: without the messages of exceptions, which may quote what people wrote. */
@NullMarked
package io.souffleur.server.logs;

import org.jspecify.annotations.NullMarked;
