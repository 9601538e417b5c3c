import type { Words } from "./words.ts";

/** German. */
export const de: Words = {
  language: "de",
  skipToText: "Zum Text springen",
  sections: "Ressorts",
  tags: "Themen",
  authors: "Autoren",
  languages: "Sprachen",
  feeds: "Feeds",
  frontPage: "Startseite",
  by: "Von",
  updated: "Aktualisiert am",
  corrected: "Berichtigt am",
  correction: "Berichtigung",
  readingTime: "Lesezeit:",
  attachments: "Anhören und herunterladen",
  earlier: "Davor",
  later: "Danach",
  moreArticles: "Weitere Artikel",
  archive: "Archiv",
  table: "Tabelle",
  code: "Code",
  footnotes: "Fußnoten",
  nothingYet: "Hier steht noch kein Artikel.",
  authorsSite: "Website",
  articlesAbout: (name, site) => `${name}: Artikel zu diesem Thema in ${site}.`,
  articlesBy: (name, site) => `Artikel von ${name} in ${site}.`,
  articlesOf: (name, site) => `${name}: Artikel in ${site}.`,
  subscribe: {
    title: "Abonnieren",
    promise:
      "Ein Feed bringt Ihnen jeden neuen Artikel: ohne Konto, ohne E-Mail, kostenlos, und niemand führt Buch darüber, wer liest.",
    how: "So geht es",
    getReader:
      "Installieren Sie einen Feedreader: eine App für Telefon, Computer oder Browser, die gewünschte Feeds sammelt. Es gibt kostenlose für jedes Gerät.",
    addAddress:
      "Kopieren Sie eine der Adressen hier hinein, oder folgen Sie dem Link daneben, falls schon ein Reader installiert ist.",
    thatIsAll: "Von da an kommen neue Artikel von selbst, in der Reihenfolge ihres Erscheinens.",
    wholeSite: "Alle Artikel",
    whichFormat: "Alle drei sagen dasselbe. Im Zweifel nehmen Sie den ersten.",
    open: "In Ihrem Reader öffnen",
    scan: "Richten Sie die Kamera Ihres Telefons hierher, um dort zu abonnieren.",
    more: "Noch kein Reader? So geht es, und alle Feeds",
    inBrowser:
      "Dies ist ein Feed. Um ihn zu abonnieren, kopieren Sie die Adresse dieser Seite in einen Feedreader: Neue Artikel kommen dann zu Ihnen.",
    allAtOnce: "Alle Feeds auf einmal",
    opml: "Diese OPML-Datei enthält alle Feeds dieser Seite. Die meisten Reader können sie importieren.",
  },
  errors: {
    notFound: "Seite nicht gefunden",
    notFoundText: "Unter dieser Adresse steht nichts. Vielleicht enthält sie einen Tippfehler.",
    gone: "Nicht mehr hier",
    goneText: "Was unter dieser Adresse stand, wurde hier veröffentlicht und wieder entfernt.",
  },
};
