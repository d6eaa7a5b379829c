/**
 * What an operator can measure: figures of doors, lanes and journal for Prometheus, at an address
 * of its own. Nothing in them names a person or a conversation.
 */
@NullMarked
package io.souffleur.server.metrics;

import org.jspecify.annotations.NullMarked;
