/**
 * Spelling and grammar of drafts, by a LanguageTool server of the house. Optional: reached over
 * HTTP only, since its libraries and ours do not go together, and because a check takes as long as
 * it takes.
 */
@NullMarked
package io.souffleur.server.languagetool;

import org.jspecify.annotations.NullMarked;
