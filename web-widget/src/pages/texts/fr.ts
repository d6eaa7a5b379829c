import type { PageTexts } from "./texts.ts";

const list = new Intl.ListFormat("fr", { type: "conjunction" });
const number = new Intl.NumberFormat("fr");
const plural = new Intl.PluralRules("fr");

export const fr: PageTexts = {
  language: "Langue",
  theme: { label: "Thème", toDark: "Passer au thème sombre", toLight: "Passer au thème clair" },
  dark: "Sombre",
  light: "Clair",
  home: {
    title: "Souffleur, la réplique au bon moment",
    claim: "La réplique, au moment où elle compte.",
    lead:
      "Sous la scène, le souffleur murmure la phrase que l’acteur allait oublier. Souffleur fait de même pour le service client\u00a0: il suit la conversation, montre ce qui est fait et ce qui est dû, et propose les mots tant qu’il est encore temps de les dire.",
    exampleLabel: "Un exemple",
    exampleCustomer: "Camille",
    exampleSaid: "C’est la deuxième fois que je vous écris, je commence à perdre patience.",
    exampleWhy: "C’est le moment",
    exampleTitle: "Reconnaissez sa relance",
    examplePhrase:
      "«\u00a0Vous nous aviez déjà écrit, et je regrette que cela n’ait pas suffi.\u00a0»",
    exampleCaption: "Dans la barre, à côté du chat",
    tryTitle: "Essayez",
    trySide: "Ouvrez les deux pages côte à côte.",
    customerTitle: "La page du client",
    customerText: "Une boutique, un chat. Rien de Souffleur n’y paraît.",
    customerOpen: "Ouvrir la page",
    deskTitle: "Le poste de l’agent",
    deskText: "Les conversations, le chat et la barre qui souffle.",
    deskOpen: "Ouvrir le poste",
    aloneTitle: "Personne pour jouer le client\u202f?",
    aloneText:
      "Une scène écrite d’avance tient son rôle\u00a0: répondez-lui, puis prenez sa place quand vous voulez.",
    alonePlay: "Jouer la scène",
    newWindow: "(nouvelle fenêtre)",
    principles: [
      {
        title: "Se taire d’abord",
        text: "Une seule suggestion en vue, et rien quand tout est dit.",
      },
      {
        title: "Dire pourquoi",
        text: "Chaque point coché montre les mots qui l’ont coché, et se conteste.",
      },
      {
        title: "Laisser la plume",
        text: "La phrase s’insère, l’agent la relit et l’envoie. Jamais l’inverse.",
      },
      {
        title: "Rester chez vous",
        text: "Tout tourne sur votre serveur\u00a0: aucune donnée n’en sort.",
      },
    ],
    states: "Toutes les pièces de la barre, dans tous leurs états",
  },
  nothing: {
    title: "Il n’y a rien à cette adresse.",
    text: "Le lien a peut-être été mal recopié, ou la page n’est plus là.",
    home: "Aller à l’accueil",
  },
  customer: {
    title: "Maison Aubépine, service client",
    service: "Service client",
    welcome: "Écrivez-nous",
    welcomeText: "Une commande, un retour, une question\u00a0: nous vous répondons ici même.",
    firstName: "Votre prénom",
    firstNameMissing: "Indiquez un prénom, pour que nous sachions à qui nous parlons.",
    chatLanguage: "Langue de la conversation",
    start: "Commencer",
    log: "Votre conversation avec Maison Aubépine",
    empty: (agent) => `${agent} vous lit. Que se passe-t-il\u202f?`,
    placeholder: "Votre message",
    ended: "La conversation est terminée. Merci de votre visite.",
    again: "Nouvelle conversation",
    you: "Vous",
  },
  desk: {
    title: "Poste de l’agent, Maison Aubépine",
    service: "Service client",
    mine: "Mes conversations",
    over: "Terminées",
    noRooms: "Aucun client en ligne.",
    noRoomsText: "Ouvrez la page du client dans une autre fenêtre, ou laissez une scène jouer son rôle.",
    openCustomer: "Ouvrir la page du client",
    playCustomer: "Jouer la scène",
    choose: "Choisissez une conversation.",
    log: (customer) => `Conversation avec ${customer}`,
    placeholder: "Votre réponse",
    end: "Terminer",
    ended: "Conversation terminée.",
    you: (text) => `Vous\u00a0: ${text}`,
    waiting: (duration) => `attend depuis ${duration}`,
    paneList: "Conversations",
    paneChat: "Chat",
    paneCoach: "Souffleur",
    panes: "Volets",
    toCoach: "Aller à Souffleur",
    shown: "Message montré",
  },
  chat: {
    send: "Envoyer",
    sending: "envoi…",
    writing: (name) => `${name} écrit…`,
    connecting: "Connexion au chat…",
    lost: "Connexion au chat perdue. Vos messages partiront dès son retour.",
    tooLong: (limit) => `Au plus ${limit} caractères par message.`,
    meta: (name, time) => `${name} · ${time}`,
  },
  draft: {
    label: "Relecture du brouillon",
    replace: "Remplacer",
    replaceBy: (words, by) => `Remplacer ${words} par ${by}`,
    remove: "Retirer",
    mask: "Masquer",
    fixFirst: (reason) => `À corriger avant l’envoi\u00a0: ${reason}`,
    ignore: (words) => `Ignorer «\u00a0${words}\u00a0»`,
    quote: (words) => `«\u00a0${words}\u00a0»`,
    becomes: "devient",
    others: (count) =>
      plural.select(count) === "one"
        ? `et ${number.format(count)} autre`
        : `et ${number.format(count)} autres`,
    willTick: (titles) =>
      `Envoyer cochera ${list.format(titles.map((title) => `«\u00a0${title}\u00a0»`))}`,
  },
  scene: {
    label: "Scène de démonstration",
    note: "Le client est un personnage.",
    playAgent: "Jouer l’agent",
    playCustomer: "Jouer le client",
    leave: "Quitter la scène",
  },
};
