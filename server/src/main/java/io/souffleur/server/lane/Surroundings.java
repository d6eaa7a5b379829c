package io.souffleur.server.lane;

import io.souffleur.server.contract.Caseloads;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.snapshot.SnapshotWriter;

/** What every lane works with. */
record Surroundings(
    Journal journal,
    Coaching coaching,
    Proofreader proofreader,
    Discretion discretion,
    HouseTime clock,
    String epoch,
    Counters counters,
    Attentions attentions,
    Caseloads caseloads,
    PromiseBook promises,
    SnapshotWriter snapshots,
    FatalHandler fatal) {}
