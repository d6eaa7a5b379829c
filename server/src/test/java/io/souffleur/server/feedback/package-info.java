/** Tests of what agents have against rules. */
@NullMarked
package io.souffleur.server.feedback;

import org.jspecify.annotations.NullMarked;
