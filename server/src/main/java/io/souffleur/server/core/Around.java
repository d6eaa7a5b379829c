package io.souffleur.server.core;

import org.jspecify.annotations.Nullable;

/**
 * What was said around something that must be said in an order.
 *
 * @param first where that was said which must come first; null when it was not
 * @param tooSoon where that was said which should have waited; null when it has not come, or waited
 */
record Around(@Nullable Mention first, @Nullable Mention tooSoon) {}
