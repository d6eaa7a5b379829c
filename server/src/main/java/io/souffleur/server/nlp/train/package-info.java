/**
 * Makes the models of the cues that no list of phrases can hold, from the sentences in {@code
 * nlp/<lang>/training/}: {@code customer.txt} for what customers show, {@code agent.txt} for what
 * agents do; one model a cue, since a sentence can show two. The same sentences give the same
 * files.
 *
 * <p>One sentence a line, {@code label: sentence}. The label is {@code other}, or the names of the
 * cues that the sentence shows, with spaces between; every sentence that does not show a cue is an
 * example of what it is not. {@code ?cue} among them: people would disagree about this one, so it
 * is not learned from for that cue. {@code post} among them: it stands where all can read it,
 * though it has no {@code @name} or {@code #subject} that shows it; {@code call}: it is said on the
 * phone. {@code #} first: a comment. A line {@code %precision 0.9} says how precise the cues that
 * first occur below it have to be; {@code %precision 0.9 complaint} how precise that one has to be,
 * wherever it occurs; {@code %precision 0.9 complaint in posts} how precise in posts alone, and
 * {@code in calls} in calls.
 *
 * <p>From which probability on a cue is believed is measured: the model learns from four fifths of
 * the sentences and judges the rest, five times over, and of the thresholds that keep the precision
 * asked for, the one with the best F1 is taken; where enough posts show the cue, one for posts and
 * one for chats; the same for calls. It stands in {@code <role>-thresholds.txt} beside the models.
 * A cue that never gets that precise gets no model.
 */
@NullMarked
package io.souffleur.server.nlp.train;

import org.jspecify.annotations.NullMarked;
