/**
 * Makes the models of the cues that no list of phrases can hold, from the sentences in {@code
 * nlp/<lang>/training/}: {@code customer.txt} for what customers show, {@code agent.txt} for what
 * agents do. One sentence a line, {@code label: sentence}; the label is the name of a cue or {@code
 * other}. The same sentences give the same model.
 */
@NullMarked
package io.souffleur.server.nlp.train;

import org.jspecify.annotations.NullMarked;
