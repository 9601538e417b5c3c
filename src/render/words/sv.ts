import type { Words } from "./words.ts";

/** Swedish. */
export const sv: Words = {
  language: "sv",
  skipToText: "Hoppa till texten",
  sections: "Avdelningar",
  tags: "Ämnen",
  authors: "Skribenter",
  languages: "Språk",
  feeds: "Flöden",
  frontPage: "Förstasidan",
  by: "Av",
  updated: "Uppdaterad",
  corrected: "Rättad",
  correction: "Rättelse",
  readingTime: "Lästid:",
  attachments: "Lyssna och ladda ner",
  earlier: "Tidigare",
  later: "Senare",
  moreArticles: "Fler artiklar",
  archive: "Arkiv",
  table: "Tabell",
  code: "Kod",
  footnotes: "Fotnoter",
  nothingYet: "Här finns ingen artikel än.",
  authorsSite: "Webbplats",
  articlesAbout: (name, site) => `${name}: artiklar om detta ämne i ${site}.`,
  articlesBy: (name, site) => `Artiklar av ${name} i ${site}.`,
  articlesOf: (name, site) => `${name}: artiklar i ${site}.`,
  subscribe: {
    title: "Prenumerera",
    promise:
      "Ett flöde ger dig varje ny artikel: utan konto, utan e-post, gratis, och ingen för någon lista över vem som läser.",
    how: "Så fungerar det",
    getReader:
      "Skaffa en flödesläsare: en app för telefon, dator eller webbläsare som samlar de flöden du väljer. Det finns gratis läsare för alla apparater.",
    addAddress:
      "Kopiera någon av adresserna nedan till den, eller följ länken bredvid om en läsare redan är installerad.",
    thatIsAll: "Därefter kommer nya artiklar av sig själva, i den ordning de publiceras.",
    wholeSite: "Alla artiklar",
    whichFormat: "Alla tre säger samma sak. Ta den första om du tvekar.",
    open: "Öppna i din läsare",
    scan: "Rikta telefonens kamera hit för att prenumerera där.",
    more: "Ingen läsare än? Så fungerar det, och alla flöden",
    inBrowser:
      "Det här är ett flöde. För att prenumerera kopierar du sidans adress till en flödesläsare: nya artiklar kommer då till dig.",
    allAtOnce: "Alla flöden på en gång",
    opml: "Den här OPML-filen innehåller alla flöden på sidan. De flesta läsare kan importera den.",
  },
  errors: {
    notFound: "Sidan hittades inte",
    notFoundText: "Det finns ingenting på den här adressen. Kanske är den felskriven.",
    gone: "Finns inte kvar",
    goneText: "Det som fanns på den här adressen har publicerats här och sedan tagits bort.",
  },
};
