/**
 * Conversations that people have labelled, and how well the cues agree with them: precision, recall
 * and every miss and false alarm to look at.
 */
@NullMarked
package io.souffleur.server.evaluate;

import org.jspecify.annotations.NullMarked;
