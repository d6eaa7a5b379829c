/**
 * Makes the models of the cues that no list of phrases can hold, from the sentences in {@code
 * nlp/<lang>/training/}: {@code customer.txt} for what customers show, {@code agent.txt} for what
 * agents do; one model a cue, since a sentence can show two. The same sentences give the same
 * files.
 *
 * <p>One sentence a line, {@code label: sentence}. The label is {@code other}, or the names of the
 * cues that the sentence shows, with spaces between; every sentence that does not show a cue is an
 * example of what it is not. {@code ?cue} among them: people would disagree about this one, so it
 * is not learned from for that cue. {@code #} first: a comment. A line {@code %precision 0.9} says
 * how precise the cues that first occur below it have to be.
 *
 * <p>From which probability on a cue is believed is measured: the model learns from four fifths of
 * the sentences and judges the rest, five times over, and the lowest threshold is taken that keeps
 * the precision asked for. It stands in {@code <role>-thresholds.txt} beside the models. A cue that
 * never gets that precise gets no model.
 */
@NullMarked
package io.souffleur.server.nlp.train;

import org.jspecify.annotations.NullMarked;
