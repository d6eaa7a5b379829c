/**
 * What people say, as data: phrases a language shows its cues by, read from files that a person can
 * read and edit, compiled to one table that a message is matched against in one pass.
 *
 * <h2>Files</h2>
 *
 * <p>One folder a language, {@code nlp/<lang>/}, one file a cue, {@code <cue>.txt}. One phrase a
 * line; {@code #} starts a comment. Case, accents and the kind of apostrophe do not matter: a
 * phrase is read exactly as a message is. Inside a phrase:
 *
 * <ul>
 *   <li>{@code (help|give a hand)} one of these; {@code [please]} one of these, or nothing
 *   <li>{@code @you} one of a group, defined in {@code groups.txt} as {@code @you = vous | tu};
 *       {@code @number-15} holds the words for 15
 *   <li>{@code _} any one word; {@code ~} up to three words; {@code <n>} a number in digits
 *   <li>{@code ^} first: only where a clause begins; {@code $} last: only where one ends
 *   <li>{@code /} alone: what stands behind it must follow, but is not among the words that show
 *       the cue
 *   <li>{@code => value} last: the value the cue carries
 *   <li>{@code !} before the phrase: the cue is <em>not</em> shown here. A longer phrase wins over
 *       a shorter one it contains; otherwise silence wins
 * </ul>
 *
 * <p>A line that begins with {@code %} sets something for the lines below it: {@code %confidence
 * 0.9}; {@code %unless} followed by any of {@code negated conditional reported question statement
 * last early opening begun}, the surroundings in which the phrase does not count; {@code %by agent}
 * or {@code customer} or {@code anyone}.
 *
 * <p>Beside the cues stand {@code groups.txt}, {@code detectors.txt} (groups that detectors ask
 * about and phrases do not use), {@code spellings.txt} ({@code bjr = bonjour}: how people type, and
 * what they mean; {@code ~bonjour}: also with one slip of the finger), {@code stopwords.txt} (see
 * {@link io.souffleur.server.nlp.language}), {@code classes.txt} ({@code parcel = parcel order
 * package}: words that mean much the same to the trained models; behind the name of a class {@code
 * +} for words that please, {@code -} for words that displease, {@code !} for words that turn what
 * follows), {@code names.txt} ({@code robert = rob bob}: first names, and what people of that name
 * are also called), {@code words.txt} (see {@link io.souffleur.server.nlp.lexicon.SentenceWords}),
 * {@code numbers.txt} ({@code dix = 10}), {@code currencies.txt} ({@code dollar dollars = CAD}) and
 * {@code deadlines.txt} ({@code tomorrow => +1d}: how a promise says by when, in phrases as above,
 * and the {@link io.souffleur.server.core.commitment.Deadline} that is meant).
 */
@NullMarked
package io.souffleur.server.nlp.lexicon;

import org.jspecify.annotations.NullMarked;
