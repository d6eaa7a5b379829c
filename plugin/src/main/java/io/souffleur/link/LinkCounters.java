package io.souffleur.link;

/**
 * What a link has done since it was made, read at one moment.
 *
 * @param state how it stands
 * @param lastTrouble why the last attempt or line ended; empty when nothing went wrong yet
 * @param waiting events in the outbox, sent or not, that aren't acknowledged
 * @param waitingBytes their size
 * @param lines lines that were had
 * @param turnedAway attempts to connect that the server refused for the key
 * @param sent events sent for the first time
 * @param resent events sent again
 * @param acknowledged events the server has made durable
 * @param refused events the server refused for good
 * @param rejected events the link didn't take because they break the contract or because it is over
 * @param droppedInterim typing, drafts and interim speech that made room, or found no line
 * @param droppedKept other events that found the outbox full
 */
public record LinkCounters(
    LinkState state,
    String lastTrouble,
    int waiting,
    long waitingBytes,
    long lines,
    long turnedAway,
    long sent,
    long resent,
    long acknowledged,
    long refused,
    long rejected,
    long droppedInterim,
    long droppedKept) {}
