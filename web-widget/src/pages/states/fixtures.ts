import { quoteKey } from "../../components/evidence/evidence.ts";
import type { Clock } from "../../state/clocks.ts";
import type { Contest } from "../../state/checklist.ts";
import type { ConversationView } from "../../state/conversation-view.ts";
import { type Hidden, idle } from "../../state/prompter.ts";
import { defaultSettings } from "../../state/settings.ts";
import { type SidebarModel, noDraft } from "../../state/sidebar-model.ts";
import type { Language } from "../../translations/index.ts";
import type { AttentionRow, Finding, MessageShown, Owed } from "../../wire/frames.ts";
import type {
  CommitmentUpdate,
  HintUpdate,
  ItemUpdate,
  Severity,
  TimerUpdate,
} from "../../wire/updates.ts";

/** The afternoon in which everything on the page happens: 14:09 on the desk's own clock. */
export const now = new Date(2026, 10, 22, 14, 9).getTime();
export const at = (hour: number, minute: number) => new Date(2026, 10, 22, hour, minute).getTime();

/** What is said on the page, in both languages. */
const said = {
  fr: {
    reason: "après-vente",
    reply: "Réponse attendue",
    callback: "Rappel promis avant 15\u00a0h\u00a000",
    promise: "Je vous rappelle avant 15\u00a0h, Camille.",
    greet: "Saluer Camille",
    offer: "Offrir son aide à l’accueil",
    name: "Appeler Camille par son nom",
    apologise: "Présenter des excuses",
    restate: "Reformuler pour confirmer",
    ask: "Demander la solution souhaitée",
    next: "Annoncer la prochaine étape",
    wait: "Prévenir de l’attente",
    more: "Proposer autre chose",
    thank: "Remercier Camille",
    why: "Une solution choisie ensemble tient mieux.",
    apology: "Je suis vraiment désolée pour cette fêlure.",
    marked: "Je suis vraiment désolée",
    complaint: "C’est la deuxième fois que je vous écris, je commence à perdre patience.",
    second: "la deuxième fois que je vous écris",
    contest: "C’est le robot qui l’a proposée avant moi.",
    hints: {
      nudge: ["Annoncez la prochaine étape", "Camille saura à quoi s’attendre."],
      prompt: [
        "Demandez ce qui lui conviendrait",
        "Avant de proposer\u00a0: la solution choisie ensemble tient mieux.",
      ],
      urgent: ["Donnez des nouvelles à Camille", "Vous aviez annoncé cinq minutes à 14\u00a0h\u00a002."],
    },
    phrases: {
      nudge: ["Je vous envoie l’étiquette de retour d’ici 10\u00a0minutes."],
      prompt: [
        "Que préférez-vous\u00a0: un échange ou un remboursement\u202f?",
        "Un échange vous irait-il, ou préférez-vous un remboursement\u202f?",
      ],
      urgent: ["Merci de votre patience. Il me faut encore trois minutes."],
    },
    draft:
      "Pour l’échange, vous devez renvoyer la cafetière. Votre carte 4970 1234 5678 1123 suffit, sans aucun problème. Bonne journée\u202f!",
    findings: [
      ["personal-data", "4970 1234 5678 1123", ["4970 •••• •••• 1123"], "Pas de numéro de carte ici"],
      ["next-step", "Bonne journée", [], "Annoncez la prochaine étape"],
      ["negative-wording", "vous devez", ["vous pouvez", "il vous suffit de"], "Dites ce qui est possible"],
      ["over-promise", "sans aucun problème", [""], "Promet plus que nous ne garantissons"],
    ],
    open: "Merci, je regarde.",
    apologyDue: "Des excuses avant d’expliquer",
  },
  en: {
    reason: "after-sales",
    reply: "Reply due",
    callback: "Callback promised by 3:00\u00a0PM",
    promise: "I’ll call you back by 3\u00a0pm, Camille.",
    greet: "Greet Camille",
    offer: "Offer help at the start",
    name: "Use Camille’s name",
    apologise: "Apologise",
    restate: "Restate to confirm",
    ask: "Ask which solution they want",
    next: "Say what happens next",
    wait: "Announce the wait",
    more: "Offer anything else",
    thank: "Thank Camille",
    why: "A solution chosen together lasts.",
    apology: "I’m really sorry about that crack.",
    marked: "I’m really sorry",
    complaint: "It’s the second time I’ve written to you, and I’m losing patience.",
    second: "the second time I’ve written to you",
    contest: "The bot had offered it before me.",
    hints: {
      nudge: ["Say what happens next", "Camille will know what to expect."],
      prompt: [
        "Ask what would suit Camille",
        "Before you propose: a solution chosen together lasts.",
      ],
      urgent: ["Give Camille some news", "You said five minutes at 2:02\u00a0PM."],
    },
    phrases: {
      nudge: ["I’ll send you the return label within 10\u00a0minutes."],
      prompt: [
        "Which would you prefer, an exchange or a refund?",
        "Would an exchange suit you, or would you rather have a refund?",
      ],
      urgent: ["Thanks for waiting. I need three more minutes."],
    },
    draft:
      "For the exchange, you have to return the pot. Your card 4970 1234 5678 1123 is enough, no problem at all. Have a nice day!",
    findings: [
      ["personal-data", "4970 1234 5678 1123", ["4970 •••• •••• 1123"], "No card number here"],
      ["next-step", "Have a nice day", [], "Say what happens next"],
      ["negative-wording", "you have to", ["you can", "you’ll be able to"], "Say what is possible"],
      ["over-promise", "no problem at all", [""], "Promises more than we guarantee"],
    ],
    open: "Thanks, I’m looking into it.",
    apologyDue: "Apologise first, then explain",
  },
} as const;

export type Said = (typeof said)[Language];

export function saidIn(language: Language): Said {
  return said[language];
}

const head = { conversation: "c", seq: 1, at: now };

export function hint(language: Language, severity: Severity): HintUpdate {
  const s = saidIn(language);
  const [title, text] = s.hints[severity];
  const from = s.complaint.indexOf(s.second);
  return {
    type: "hint",
    ...head,
    hint: `hint-${severity}`,
    item: severity === "nudge" ? "next" : "ask",
    severity,
    title,
    text,
    because: [{ message: "complaint", start: from, end: from + s.second.length }],
    phrases: s.phrases[severity],
    lang: language,
    expires: Number.POSITIVE_INFINITY,
  };
}

export function item(
  title: string,
  state: ItemUpdate["state"],
  stage: NonNullable<ItemUpdate["stage"]>,
  more: Partial<ItemUpdate> = {},
): ItemUpdate {
  return {
    type: "item",
    ...head,
    item: title,
    state,
    stage,
    evidence: [],
    norms: ["A7"],
    title,
    version: "7",
    ...more,
  };
}

export function items(language: Language): readonly ItemUpdate[] {
  const s = saidIn(language);
  return [
    item(s.greet, "done", "opening", { at: at(14, 1) }),
    item(s.offer, "done", "opening", { at: at(14, 1) }),
    item(s.apologise, "done", "understanding", {
      at: at(14, 7),
      evidence: [{ message: "apology", start: 0, end: s.marked.length }],
    }),
    item(s.restate, "done", "understanding", { at: at(14, 8) }),
    item(s.ask, "at_risk", "solving", { why: s.why, item: "ask", norms: ["C22"] }),
    item(s.next, "pending", "solving", { item: "next", norms: ["D36"] }),
    item(s.wait, "not_applicable", "solving"),
    item(s.name, "pending", "throughout", { count: 1, target: 2, norms: ["A4", "D28"] }),
    item(s.more, "pending", "closing"),
    item(s.thank, "pending", "closing"),
  ];
}

export function timer(language: Language, left: number): TimerUpdate {
  return {
    type: "timer",
    ...head,
    timer: "reply",
    state: "running",
    title: saidIn(language).reply,
    started: now + left - 120_000,
    atRisk: now + left - 30_000,
    deadline: now + left,
    norms: ["B14"],
  };
}

export function clocks(language: Language): readonly Clock[] {
  const s = saidIn(language);
  const clock = (state: Clock["state"], span: number, share: number, title: string): Clock => ({
    timer: state, title, state, span, share, deadline: now + span, at: at(14, 41),
  });
  return [
    clock("running", 72_000, 0.6, s.reply),
    clock("at_risk", 19_000, 0.16, s.reply),
    clock("breached", 34_000, 0, s.reply),
    clock("met", 0, 0, s.callback),
    clock("stopped", 0, 0, s.reply),
  ];
}

export function quotes(language: Language): ReadonlyMap<string, MessageShown> {
  const s = saidIn(language);
  const message = (key: string, author: "agent" | "customer", text: string): MessageShown => ({
    type: "message.shown", conversation: "c", message: key, author, at: at(14, 7), text,
  });
  return new Map([
    ["apology", message("apology", "agent", s.apology)],
    ["complaint", message("complaint", "customer", s.complaint)],
    ["promise", message("promise", "agent", s.promise)],
    [quoteKey("promise", "b"), message("promise", "agent", s.promise)],
  ]);
}

export function view(language: Language, more: Partial<ConversationView> = {}): ConversationView {
  return {
    conversation: "c",
    epoch: "e",
    seq: 1,
    facts: {
      medium: "chat",
      reason: saidIn(language).reason,
      language,
      customer: { name: "Camille Durand", firstName: "Camille" },
      started: now - 8 * 60_000,
    },
    stage: "solving",
    items: items(language),
    timers: [timer(language, 72_000)],
    commitments: [promise("open")],
    hints: [],
    ...more,
  };
}

const severities: Readonly<Record<string, string>> = {
  "personal-data": "urgent",
  "next-step": "prompt",
};

/** What the check finds in the draft: these cues of it, or all. */
export function findings(language: Language, ...cues: readonly string[]): readonly Finding[] {
  const s = saidIn(language);
  return s.findings
    .filter(([cue]) => cues.length === 0 || cues.includes(cue))
    .map(([cue, words, replacements, text]) => {
      const start = s.draft.indexOf(words);
      const severity = severities[cue] ?? "nudge";
      const missing = cue === "next-step" ? { missing: true } : {};
      return { cue, start, end: start + words.length, severity, text, replacements, ...missing };
    });
}

/** The same, held back by the house. */
export function blocking(language: Language): readonly Finding[] {
  return findings(language, "personal-data").map((finding) => ({ ...finding, blocks: true }));
}

/** Something left out that no words of the draft stand for. */
export function leftOut(language: Language): readonly Finding[] {
  const { open, apologyDue } = saidIn(language);
  const { length } = open;
  return [
    {
      cue: "apology", start: length, end: length, severity: "prompt", text: apologyDue,
      replacements: [], missing: true,
    },
  ];
}

/** A promise to call back by three, or what became of it. */
export function promise(
  state: CommitmentUpdate["state"],
  more: Partial<CommitmentUpdate> = {},
): CommitmentUpdate {
  return {
    type: "commitment",
    ...head,
    commitment: "c1",
    state,
    made: at(13, 59),
    atRisk: at(14, 48),
    deadline: at(15, 0),
    evidence: [{ message: "promise", start: 0, end: 21 }],
    ...(state === "kept" ? { at: at(14, 5) } : {}),
    ...more,
  };
}

/** Promises in every state, the last one made in an earlier conversation. */
export const promises: readonly CommitmentUpdate[] = [
  promise("open"),
  promise("at_risk", { atRisk: at(14, 0), deadline: at(14, 20) }),
  promise("missed", { atRisk: at(13, 59), deadline: at(14, 4) }),
  promise("kept"),
  promise("open", {
    deadline: at(24, 0) + 24 * 60 * 60_000,
    atRisk: at(36, 0),
    day: "2026-11-23",
    from: "b",
    evidence: [{ message: "promise", start: 0, end: 21 }],
  }),
];

export const owed: Owed = {
  conversation: "b",
  commitment: "c1",
  customer: "Nadia Haddad",
  state: "at_risk",
  deadline: at(15, 0),
};

export const elsewhere: AttentionRow = {
  conversation: "d",
  customer: "Nadia Haddad",
  state: "at_risk",
  deadline: now + 20_000,
  waitingSince: now - 100_000,
};

export function contest(language: Language): Contest {
  return { comment: saidIn(language).contest, at: at(14, 9) };
}

export function hidden(language: Language): Hidden {
  return { hint: hint(language, "prompt"), undo: { left: 5_000 }, told: false };
}

/** The sidebar in the middle of a conversation, as designed. */
export function model(language: Language, more: Partial<SidebarModel> = {}): SidebarModel {
  return {
    now,
    phase: "ready",
    view: view(language),
    status: { state: "live" },
    back: false,
    prompter: {
      ...idle,
      prominent: { hint: hint(language, "prompt"), since: now, state: "shown", wording: 0 },
      nudges: [hint(language, "nudge")],
    },
    draft: noDraft,
    draftElsewhere: false,
    quotes: quotes(language),
    contests: new Map(),
    attention: [elsewhere],
    owed: [],
    settings: defaultSettings,
    theme: "auto",
    undelivered: false,
    use: "insert",
    composer: true,
    signIn: undefined,
    mac: false,
    polite: "",
    alert: "",
    ...more,
  };
}
