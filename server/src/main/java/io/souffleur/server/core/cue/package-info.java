/** What the text of one message shows: the vocabulary of cues, each with its span as evidence. */
@NullMarked
package io.souffleur.server.core.cue;

import org.jspecify.annotations.NullMarked;
