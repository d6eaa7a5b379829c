package io.souffleur.server.core.rule;

/** What a rule looks for: words that show something, or something that happens without words. */
public sealed interface Sought permits CueTest, Occurrence {}
