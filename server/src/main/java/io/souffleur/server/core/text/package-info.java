/** What reading one message gives: its language, its spans, and the port that reads it. */
@NullMarked
package io.souffleur.server.core.text;

import org.jspecify.annotations.NullMarked;
