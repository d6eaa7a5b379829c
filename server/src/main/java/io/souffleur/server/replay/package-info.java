/**
 * Coaching over recorded conversations, as fast as they can be read: the events' own time, the same
 * input the same output, and memory for live conversations only.
 */
@NullMarked
package io.souffleur.server.replay;

import org.jspecify.annotations.NullMarked;
