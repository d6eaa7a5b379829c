/** What happened in one conversation, and the state that follows from it. */
@NullMarked
package io.souffleur.server.core.conversation;

import org.jspecify.annotations.NullMarked;
