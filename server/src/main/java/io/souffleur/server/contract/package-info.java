/**
 * The contract on one side, the coaching core on the other: events are read and told to the core,
 * what the core decides is put into words. Knows neither sockets nor storage.
 */
@NullMarked
package io.souffleur.server.contract;

import org.jspecify.annotations.NullMarked;
