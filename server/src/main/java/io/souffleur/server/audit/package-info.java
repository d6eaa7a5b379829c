/** Who did what, and when: an account that is only ever added to, and that shows when it was. */
@NullMarked
package io.souffleur.server.audit;

import org.jspecify.annotations.NullMarked;
