/** The doors that channels bring their events through: who may, how much, and what is answered. */
@NullMarked
package io.souffleur.server.channel;

import org.jspecify.annotations.NullMarked;
