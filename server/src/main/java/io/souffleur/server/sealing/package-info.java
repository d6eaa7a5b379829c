/**
 * Keeps what people wrote unreadable on disk: a key of its own for each conversation, kept apart
 * from the journal, so that a conversation is gone, from every backup, too, once its key is.
 */
@NullMarked
package io.souffleur.server.sealing;

import org.jspecify.annotations.NullMarked;
