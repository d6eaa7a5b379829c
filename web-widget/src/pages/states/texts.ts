import type { Language } from "../../translations/index.ts";

const fr = {
  title: "Souffleur, tous les états",
  language: "Langue", theme: "Thème", width: "Largeur",
  whole: "L’ensemble", hints: "Suggestions", items: "Points de la liste", connection: "Connexion et vides",
  prompting: "Au bon moment", calm: "Rien à souffler", drafting: "Un brouillon",
  nudgeFolded: "Discrète, une ligne", nudge: "Discrète, dépliée", prompt: "Le moment",
  urgent: "Dépassée", inserted: "Insérée", dated: "Périmée", copy: "Sans champ", say: "À dire",
  satisfied: "Suivie", hidden: "Retirée",
  states: "Six états", evidence: "Compte et preuve", contested: "Contesté", clocks: "Délais",
  promises: "Promesses", owed: "Promis ailleurs",
  draft: "Brouillon", draftWording: "Formulations", draftBlocked: "Retenu par la maison",
  draftMissing: "Un manque, sans mots à citer",
  field: "Le champ de réponse", fieldEmpty: "Vide", fieldTicks: "Rien à redire",
  live: "En direct", connecting: "Connexion", stale: "Périmé", offline: "Hors ligne",
  over: "Session terminée", overAtHost: "Session terminée, dans une application",
  refused: "Refusé", back: "De retour", muted: "En sourdine", elsewhere: "Ailleurs",
  keys: "Raccourcis", none: "Aucune conversation", loading: "Chargement", slow: "Lent",
  offlineWhole: "Hors ligne, en entier", noChecklist: "Aucune liste", undelivered: "Non parti",
};

const en: typeof fr = {
  title: "Souffleur, every state",
  language: "Language", theme: "Theme", width: "Width",
  whole: "As a whole", hints: "Hints", items: "Checklist items", connection: "Connection and empty",
  prompting: "At the right moment", calm: "Nothing to prompt", drafting: "A draft",
  nudgeFolded: "Nudge, one line", nudge: "Nudge, open", prompt: "The moment", urgent: "Overdue",
  inserted: "Inserted", dated: "Dated", copy: "Without a field", say: "To say aloud",
  satisfied: "Followed", hidden: "Hidden",
  states: "Six states", evidence: "Count and evidence", contested: "Contested", clocks: "Clocks",
  promises: "Promises", owed: "Promised elsewhere",
  draft: "Draft", draftWording: "Wording", draftBlocked: "Held back by the house",
  draftMissing: "Something missing, no words to quote",
  field: "The answer field", fieldEmpty: "Empty", fieldTicks: "Nothing to say",
  live: "Live", connecting: "Connecting", stale: "Stale", offline: "Offline",
  over: "Session over", overAtHost: "Session over, in an application", refused: "Refused",
  back: "Back", muted: "Muted", elsewhere: "Elsewhere", keys: "Shortcuts",
  none: "No conversation", loading: "Loading", slow: "Slow", offlineWhole: "Offline, whole",
  noChecklist: "No checklist", undelivered: "Not delivered",
};

export type Texts = typeof fr;
export const texts: Record<Language, Texts> = { fr, en };
