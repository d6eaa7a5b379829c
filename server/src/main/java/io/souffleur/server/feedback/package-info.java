/**
 * What agents have against rules, and whether anything followed from it: each objection is noted in
 * the account of the house with the rule and the version it was about, and without who made it.
 */
@NullMarked
package io.souffleur.server.feedback;

import org.jspecify.annotations.NullMarked;
