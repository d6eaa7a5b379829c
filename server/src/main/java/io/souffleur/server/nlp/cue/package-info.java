/**
 * Decides which cues a message shows: one detector a family of cues. A detector that is not sure
 * stays silent, since a false alarm costs an agent more than a miss.
 */
@NullMarked
package io.souffleur.server.nlp.cue;

import org.jspecify.annotations.NullMarked;
