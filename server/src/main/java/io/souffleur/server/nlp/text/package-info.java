/**
 * One message cut into folded words, clauses and sentences, in one pass, each word remembering
 * where it stands in the message as received. Knows no language and no cue.
 */
@NullMarked
package io.souffleur.server.nlp.text;

import org.jspecify.annotations.NullMarked;
