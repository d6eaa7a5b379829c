package io.souffleur.server.lane;

import io.souffleur.server.core.text.Language;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import java.util.Optional;
import java.util.function.Consumer;

/** A draft that somebody wants checked. */
record DraftCheck(
    ConversationKey conversation,
    String text,
    long revision,
    Optional<Language> language,
    Consumer<DeskReply> told) {}
