/** What tests of several packages share: clients, fakes; no test here. */
@NullMarked
package io.souffleur.server.testing;

import org.jspecify.annotations.NullMarked;
