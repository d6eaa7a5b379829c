package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.text.Words;

/**
 * One message as the detectors see it.
 *
 * @param words as typed
 * @param known as the language of the message understands them
 * @param context of the conversation
 */
public record Message(Words words, KnownWords known, ReadingContext context) {}
