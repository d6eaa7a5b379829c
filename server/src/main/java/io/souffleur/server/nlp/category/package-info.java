/**
 * Judges a sentence as a whole, with an OpenNLP maximum entropy model, where no list of phrases can
 * hold all the ways of saying something.
 */
@NullMarked
package io.souffleur.server.nlp.category;

import org.jspecify.annotations.NullMarked;
