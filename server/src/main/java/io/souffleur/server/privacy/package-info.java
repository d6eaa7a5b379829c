/**
 * What a house owes the people whose words it keeps: all of it when they ask for it, and nothing of
 * it once they want it gone or its time has come.
 */
@NullMarked
package io.souffleur.server.privacy;

import org.jspecify.annotations.NullMarked;
