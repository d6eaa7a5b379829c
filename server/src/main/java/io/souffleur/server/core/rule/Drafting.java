package io.souffleur.server.core.rule;

import io.souffleur.server.core.hint.Severity;
import java.util.Optional;

/**
 * What the check of an unsent answer says about a rule.
 *
 * @param severity how serious it is; empty: as the rule's hint, or by what is said
 * @param text why, in a few words; empty: the title of the rule's hint, or of the rule
 * @param blocks whether the house wants the answer not to be sent like that
 */
public record Drafting(Optional<Severity> severity, Optional<Words> text, boolean blocks) {}
