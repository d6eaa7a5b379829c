/** What was promised to the customer, and by when. */
@NullMarked
package io.souffleur.server.core.commitment;

import org.jspecify.annotations.NullMarked;
