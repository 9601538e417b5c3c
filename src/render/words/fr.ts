import type { Words } from "./words.ts";

/** French. */
export const fr: Words = {
  language: "fr",
  skipToText: "Aller au texte",
  sections: "Rubriques",
  tags: "Thèmes",
  authors: "Auteurs",
  languages: "Langues",
  feeds: "Flux",
  frontPage: "À la une",
  by: "Par",
  updated: "Mis à jour le",
  corrected: "Corrigé le",
  correction: "Rectificatif",
  readingTime: "Temps de lecture :",
  attachments: "Écouter et télécharger",
  earlier: "Avant",
  later: "Après",
  moreArticles: "Autres articles",
  archive: "Archives",
  table: "Tableau",
  code: "Code",
  footnotes: "Notes",
  nothingYet: "Il n’y a encore aucun article ici.",
  authorsSite: "Site web",
  articlesAbout: (name, site) => `${name} : les articles de ${site} sur ce thème.`,
  articlesBy: (name, site) => `Les articles de ${name} dans ${site}.`,
  articlesOf: (name, site) => `${name} : les articles de ${site}.`,
  subscribe: {
    title: "S’abonner",
    promise:
      "Un flux vous apporte chaque nouvel article : sans compte, sans courriel, gratuitement, et personne ne tient la liste de ceux qui lisent.",
    how: "Comment ça marche",
    getReader:
      "Installez un lecteur de flux : une application pour téléphone, ordinateur ou navigateur qui rassemble les flux que vous choisissez. Il en existe de gratuits pour chaque appareil.",
    addAddress:
      "Copiez-y l’une des adresses ci-dessous, ou suivez le lien placé à côté si un lecteur est déjà installé.",
    thatIsAll: "Dès lors, les nouveaux articles viennent à vous, dans l’ordre de leur parution.",
    wholeSite: "Tous les articles",
    whichFormat: "Les trois disent la même chose. Dans le doute, prenez le premier.",
    open: "Ouvrir dans votre lecteur",
    scan: "Visez ce code avec l’appareil photo de votre téléphone pour vous y abonner.",
    more: "Pas encore de lecteur ? Le mode d’emploi et tous les flux",
    inBrowser:
      "Ceci est un flux. Pour vous abonner, copiez l’adresse de cette page dans un lecteur de flux : les nouveaux articles viendront alors à vous.",
    allAtOnce: "Tous les flux d’un coup",
    opml: "Ce fichier OPML contient tous les flux de cette page. La plupart des lecteurs savent l’importer.",
  },
  errors: {
    notFound: "Page introuvable",
    notFoundText: "Il n’y a rien à cette adresse. Elle a peut-être été mal saisie.",
    gone: "N’est plus ici",
    goneText: "Ce qui se trouvait à cette adresse a été publié ici, puis retiré.",
  },
};
