/** Which hint is shown, how insistently, with which words, and until when. */
@NullMarked
package io.souffleur.server.core.hint;

import org.jspecify.annotations.NullMarked;
