/**
 * Masks numbers and addresses of people in a text, before anything keeps it: pure, so that what is
 * masked depends on the text and the settings alone.
 */
@NullMarked
package io.souffleur.server.redaction;

import org.jspecify.annotations.NullMarked;
