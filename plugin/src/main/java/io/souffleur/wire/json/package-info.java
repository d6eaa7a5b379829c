/**
 * The contract as JSON: one object a message, UTF-8, in bounds. Decoding trusts nothing and throws
 * {@link io.souffleur.wire.json.RefusalException} alone; encoding writes every message with its
 * fields in one fixed order, so that equal messages give equal bytes.
 */
@NullMarked
package io.souffleur.wire.json;

import org.jspecify.annotations.NullMarked;
