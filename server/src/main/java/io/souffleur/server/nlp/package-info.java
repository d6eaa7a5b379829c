/**
 * Reads one message: its language and its cues, each with the characters that show it. The only
 * package that knows how; the rest of the program sees {@link
 * io.souffleur.server.core.text.MessageReader}.
 *
 * <p>On the way: {@code text} cuts the message into folded words, {@code language} finds its
 * language, {@code lexicon} finds the phrases of that language, {@code cue} decides which of them,
 * and what else, are cues. {@code train} makes the model behind the cues that no list of phrases
 * can hold.
 */
@NullMarked
package io.souffleur.server.nlp;

import org.jspecify.annotations.NullMarked;
