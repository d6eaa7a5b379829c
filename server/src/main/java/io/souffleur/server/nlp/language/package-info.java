/** Finds the language of a message and of a conversation: stop words first, then letters. */
@NullMarked
package io.souffleur.server.nlp.language;

import org.jspecify.annotations.NullMarked;
