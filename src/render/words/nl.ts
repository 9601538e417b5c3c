import type { Words } from "./words.ts";

/** Dutch. */
export const nl: Words = {
  language: "nl",
  skipToText: "Naar de tekst",
  sections: "Rubrieken",
  tags: "Onderwerpen",
  authors: "Auteurs",
  languages: "Talen",
  feeds: "Feeds",
  frontPage: "Voorpagina",
  by: "Door",
  updated: "Bijgewerkt op",
  corrected: "Gecorrigeerd op",
  correction: "Correctie",
  readingTime: "Leestijd:",
  attachments: "Luisteren en downloaden",
  earlier: "Eerder",
  later: "Later",
  moreArticles: "Meer artikelen",
  archive: "Archief",
  table: "Tabel",
  code: "Code",
  footnotes: "Voetnoten",
  nothingYet: "Hier staat nog geen artikel.",
  authorsSite: "Website",
  articlesAbout: (name, site) => `${name}: artikelen in ${site} over dit onderwerp.`,
  articlesBy: (name, site) => `Artikelen van ${name} in ${site}.`,
  articlesOf: (name, site) => `${name}: artikelen in ${site}.`,
  subscribe: {
    title: "Abonneren",
    promise:
      "Een feed brengt u elk nieuw artikel: zonder account, zonder e-mail, gratis, en niemand houdt bij wie er leest.",
    how: "Zo werkt het",
    getReader:
      "Neem een feedlezer: een app voor telefoon, computer of browser die de feeds van uw keuze verzamelt. Voor elk apparaat zijn er gratis.",
    addAddress:
      "Kopieer een van de adressen hieronder naar die lezer, of volg de link ernaast als er al een is geïnstalleerd.",
    thatIsAll: "Vanaf dan komen nieuwe artikelen vanzelf, in de volgorde waarin ze verschijnen.",
    wholeSite: "Alle artikelen",
    whichFormat: "Alle drie zeggen hetzelfde. Neem bij twijfel de eerste.",
    open: "Openen in uw lezer",
    scan: "Richt de camera van uw telefoon hierop om u daar te abonneren.",
    more: "Nog geen lezer? Hoe het werkt, en alle feeds",
    inBrowser:
      "Dit is een feed. Om u te abonneren kopieert u het adres van deze pagina naar een feedlezer: nieuwe artikelen komen dan naar u toe.",
    allAtOnce: "Alle feeds in één keer",
    opml: "Dit OPML-bestand bevat alle feeds van deze pagina. De meeste lezers kunnen het importeren.",
  },
  errors: {
    notFound: "Pagina niet gevonden",
    notFoundText: "Op dit adres staat niets. Misschien zit er een tikfout in.",
    gone: "Niet meer hier",
    goneText: "Wat op dit adres stond, is hier gepubliceerd en weer weggehaald.",
  },
};
