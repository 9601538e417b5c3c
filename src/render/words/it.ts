import type { Words } from "./words.ts";

/** Italian. */
export const it: Words = {
  language: "it",
  skipToText: "Vai al testo",
  sections: "Sezioni",
  tags: "Temi",
  authors: "Autori",
  languages: "Lingue",
  feeds: "Feed",
  frontPage: "Prima pagina",
  by: "Di",
  updated: "Aggiornato il",
  corrected: "Corretto il",
  correction: "Rettifica",
  readingTime: "Tempo di lettura:",
  attachments: "Ascolta e scarica",
  earlier: "Prima",
  later: "Dopo",
  moreArticles: "Altri articoli",
  archive: "Archivio",
  table: "Tabella",
  code: "Codice",
  footnotes: "Note",
  nothingYet: "Qui non c’è ancora nessun articolo.",
  authorsSite: "Sito web",
  articlesAbout: (name, site) => `${name}: articoli di ${site} su questo tema.`,
  articlesBy: (name, site) => `Articoli di ${name} in ${site}.`,
  articlesOf: (name, site) => `${name}: articoli di ${site}.`,
  subscribe: {
    title: "Abbonarsi",
    promise:
      "Un feed vi porta ogni nuovo articolo: senza account, senza e-mail, gratis, e nessuno tiene un elenco di chi legge.",
    how: "Come funziona",
    getReader:
      "Installate un lettore di feed: un’app per telefono, computer o browser che raccoglie i feed che scegliete. Ne esistono di gratuiti per ogni dispositivo.",
    addAddress:
      "Copiatevi uno degli indirizzi qui sotto, oppure seguite il link accanto se un lettore è già installato.",
    thatIsAll: "Da quel momento i nuovi articoli arrivano da soli, nell’ordine in cui escono.",
    wholeSite: "Tutti gli articoli",
    whichFormat: "Tutti e tre dicono la stessa cosa. Nel dubbio, prendete il primo.",
    open: "Aprite nel vostro lettore",
    scan: "Inquadrate qui con la fotocamera del telefono per abbonarvi da lì.",
    more: "Non avete ancora un lettore? Come funziona, e tutti i feed",
    inBrowser:
      "Questo è un feed. Per abbonarvi, copiate l’indirizzo di questa pagina in un lettore di feed: i nuovi articoli arriveranno da voi.",
    allAtOnce: "Tutti i feed in una volta",
    opml: "Questo file OPML contiene tutti i feed di questa pagina. La maggior parte dei lettori può importarlo.",
  },
  errors: {
    notFound: "Pagina non trovata",
    notFoundText: "A questo indirizzo non c’è nulla. Forse contiene un errore di battitura.",
    gone: "Non è più qui",
    goneText: "Ciò che stava a questo indirizzo è stato pubblicato qui e poi rimosso.",
  },
};
