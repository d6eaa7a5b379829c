import {
  dayOf,
  isToday,
  isoDay,
  nbsp,
  plural,
  shortSpan,
  spokenSpan,
  thin,
  timeOfDay,
  wholeMinutes,
} from "./format.ts";
import type { Translation } from "./translation.ts";

const n = (count: number, one: string, other: string) => plural(count, "fr", one, other);
const time = (instant: number) => timeOfDay(instant, "fr");
const aloud = (span: number) => spokenSpan(span, "fr");

/** Until when something was promised. */
function by(deadline: number, day: string | undefined, now: number): string {
  if (day !== undefined) {
    return isToday(day, now) ? "aujourd’hui" : `${dayOf(day, "fr")} au plus tard`;
  }
  const that = isoDay(deadline);
  return isToday(that, now)
    ? `avant ${time(deadline)}`
    : `${dayOf(that, "fr")} avant ${time(deadline)}`;
}

/** Vous, sentence case, French spaces. */
export const fr: Translation = {
  lang: "fr",

  region: (customer) => (customer === undefined ? "Souffleur" : `Souffleur, ${customer}`),
  skipToComposer: "Revenir à la réponse",
  noName: "Nom inconnu",
  medium: { chat: "Chat", voice: "Appel", email: "E-mail", social: "Réseaux sociaux" },
  since: (span) => (span < 60_000 ? "moins d’une minute" : wholeMinutes(span)),
  address: { fr: `FR${nbsp}· vous`, en: "EN" },
  menu: "Menu",
  stages: "Étapes",
  stage: {
    opening: "Accueil",
    understanding: "Comprendre",
    solving: "Résoudre",
    closing: "Conclure",
    throughout: "Tout au long",
  },
  stageDone: "passée",
  stageNow: "en cours",

  clocks: "Délais",
  left: shortSpan,
  over: (span) => `+${nbsp}${shortSpan(span)}`,
  leftAloud: (title, span) => `${title}${nbsp}: ${aloud(span)}`,
  overAloud: (title, span) => `${title}${nbsp}: dépassé de ${aloud(span)}`,
  kept: (at) => `tenu à ${time(at)}`,
  paused: "en pause",

  promised: (deadline, day, now) => `Promis${nbsp}: ${by(deadline, day, now)}`,
  promisedTo: (name, deadline, day, now) => [
    "Promis à ",
    name,
    `${nbsp}: ${by(deadline, day, now)}`,
  ],
  promisedEarlier: "Promis dans une conversation précédente",
  keep: "Tenu",
  reopen: "Pas encore tenu",

  hints: "Suggestions",
  severity: { nudge: "Suggestion", prompt: "C’est le moment", urgent: "Délai dépassé" },
  why: `Pourquoi maintenant${thin}?`,
  insert: "Insérer",
  inserted: "Inséré, à relire",
  copy: "Copier",
  copied: "Copié",
  anotherWording: "Autre formulation",
  notRight: "Pas juste",
  hide: "Masquer",
  open: "Ouvrir la suggestion",
  hidden: "Suggestion masquée",
  noted: "C’est noté, merci",
  undo: "Annuler",
  dated: (at) => `Date de ${time(at)}`,
  wrongQuestion: `Qu’est-ce qui ne va pas${thin}?`,
  wrong: { done: "déjà fait", off_topic: "hors sujet", bad_moment: "mal tombé" },
  comment: "Un mot de plus, si vous voulez",
  send: "Envoyer",
  cancel: "Annuler",
  deadlineWas: (at) => `Le délai courait jusqu’à ${time(at)}.`,
  deadlineIs: (at) => `Le délai court jusqu’à ${time(at)}.`,

  checklist: "Liste",
  toDo: (count) => n(count, "# à faire", "# à faire"),
  done: (count) => n(count, "# fait", "# faits"),
  missed: (count) => n(count, "# passé", "# passés"),
  toCome: (count) => n(count, "# à venir", "# à venir"),
  notNeeded: (count) => n(count, "# sans objet", "# sans objet"),
  now: "maintenant",
  later: "à venir",
  wentBy: "passé",
  unneeded: "sans objet",
  inDraft: "dans le brouillon",
  contested: "contesté",
  times: (count, target) => `${count} sur ${target}`,
  timesSoFar: (count, target) => n(count, `# fois sur ${target}`, `# fois sur ${target}`),
  at: time,
  spokenState: {
    pending: "à faire",
    at_risk: "à faire maintenant",
    done: "fait",
    missed: "passé",
    not_applicable: "sans objet",
    in_draft: "dans le brouillon",
    contested: "contesté",
  },

  author: { customer: "Client", agent: "Vous", bot: "Robot", system: "Système" },
  quote: (words) => [`«${nbsp}`, words, `${nbsp}»`],
  notFound: "Cherché dans vos messages, pas encore trouvé.",
  seen: "Rien à citer pour ce point.",
  fetching: "Le message arrive…",
  gone: "Le message n’a pas pu être relu.",
  notKept: "Le texte de ce message n’est pas conservé.",
  showMessage: "Montrer ce message dans la conversation",
  source: (norms, version) =>
    [
      norms.length > 0 ? `${n(norms.length, "Norme", "Normes")} ${norms.join(", ")}` : "",
      version === undefined ? "" : `${norms.length > 0 ? "règle" : "Règle"} v${version}`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  notJust: `Ce n’est pas juste${thin}?`,
  contestLabel: "Dites pourquoi, en quelques mots",
  contestSent: (at) => `Transmis à ${time(at)}. Réponse sous 5${nbsp}jours.`,

  waits: (name, span) =>
    span === undefined ? [name, "vous attend"] : [name, `attend depuis ${shortSpan(span)}`],
  openOther: "Ouvrir",

  live: "En direct",
  connecting: "Connexion…",
  stale: (since) => `Ce que vous voyez date de ${time(since)}. Reconnexion en cours…`,
  offline: "Souffleur est hors ligne. Votre conversation, elle, continue.",
  seenAt: (at) => `vu à ${time(at)}`,
  sessionOver: (since) =>
    since === undefined
      ? "Aucune session n’est ouverte."
      : `Votre session est terminée. Ce que vous voyez date de ${time(since)}.`,
  signInToHost: "Connectez-vous à votre application.",
  signIn: "Se connecter",
  refused: (reason) =>
    reason === undefined
      ? `Souffleur ne vous est pas ouvert ici${nbsp}: adressez-vous à qui gère vos accès.`
      : `Connexion refusée${nbsp}: ${reason}`,
  tryAgain: "Réessayer",
  back: "De nouveau en direct. Rien n’a été perdu.",
  muted: (until) => `Silence jusqu’à ${time(until)}. Les points continuent d’être cochés.`,
  unmute: "Rétablir",
  shortcuts: "Raccourcis",

  nothingDue: "Rien à souffler.",
  nothingDueWhy: (customer) =>
    customer === undefined
      ? "Tout ce qui est dû est fait."
      : `Tout ce qui est dû à ${customer} est fait.`,
  noConversation: `Ouvrez une conversation${nbsp}: sa liste s’affichera ici.`,
  noChecklist: "Aucune liste pour cette file.",
  loading: "La liste arrive",
  slow: "La liste tarde à venir. Rien n’est perdu.",
  notShown: (reason) => `Cette conversation ne peut pas être affichée${nbsp}: ${reason}`,
  ended: (at) => `Conversation terminée à ${time(at)}`,

  draft: "Brouillon",
  replace: "Remplacer",
  replaceBy: (words, by) => `Remplacer ${words} par ${by}`,
  remove: "Retirer",
  mask: "Masquer",
  ignore: "Laisser tel quel",
  andOthers: (count) => n(count, "et # autre", "et # autres"),
  fixFirst: (reason) => `À corriger avant l’envoi${nbsp}: ${lower(reason)}`,
  willTick: (title) => `Envoyer cochera «${nbsp}${title}${nbsp}»`,
  suggestions: (count) => n(count, "# suggestion", "# suggestions"),

  undelivered: "Votre avis n’a pas pu partir. Il est gardé ici.",
  sendAgain: "Renvoyer",

  muteFor: `Silence pendant 30${nbsp}min`,
  language: "Langue",
  languageName: { fr: "Français", en: "English" },
  theme: "Thème",
  themeName: { auto: "Système", light: "Clair", dark: "Sombre" },
  density: "Densité",
  densityName: { comfort: "Confort", compact: "Compact" },
  loudness: "Lu à voix haute",
  loudnessName: { all: "Tout", main: "L’essentiel", none: "Rien" },
  shortcutsOn: "Raccourcis actifs",
  command: {
    insert: "Insérer la formulation",
    next: "Autre formulation",
    hide: "Masquer la suggestion",
    wrong: "Pas juste",
    list: "Aller à la liste",
    elsewhere: "Conversation qui attend",
    undo: "Annuler",
    why: "Pourquoi maintenant",
  },
  change: (command) => `Changer${nbsp}: ${command}`,
  pressKey: "Une touche…",
  reset: "Rétablir les touches",
  close: "Fermer",
  hiddenHints: "Masquées",
  showAgain: "Réafficher",

  sayPrompt: (title, keys) =>
    `C’est le moment${nbsp}: ${lower(title)}.${keys === undefined ? "" : ` ${keys} pour insérer.`}`,
  sayBreach: (title) => `Délai dépassé${nbsp}: ${lower(title)}.`,
  sayFinding: (words, reason) =>
    words === ""
      ? `À relire${nbsp}: ${lower(reason)}.`
      : `À relire, «${nbsp}${words}${nbsp}»${nbsp}: ${lower(reason)}.`,
  sayOver: "Votre session est terminée, les suggestions s’arrêtent. Connectez-vous pour les retrouver.",
  sayTicked: (title) => `Fait${nbsp}: ${lower(title)}.`,
  sayCounts: (hints, items) =>
    `${n(hints, "# suggestion", "# suggestions")}, ` +
    `${n(items, "# point à faire", "# points à faire")}.`,
};

function lower(title: string): string {
  return title.charAt(0).toLocaleLowerCase("fr") + title.slice(1);
}
