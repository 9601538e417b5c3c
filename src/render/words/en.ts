import type { Words } from "./words.ts";

/** English. */
export const en: Words = {
  language: "en",
  skipToText: "Skip to the text",
  sections: "Sections",
  tags: "Tags",
  authors: "Authors",
  languages: "Languages",
  feeds: "Feeds",
  frontPage: "Front page",
  by: "By",
  updated: "Updated",
  corrected: "Corrected",
  correction: "Correction",
  readingTime: "Reading time:",
  attachments: "Listen and download",
  earlier: "Earlier",
  later: "Later",
  moreArticles: "More articles",
  archive: "Archive",
  table: "Table",
  code: "Code",
  footnotes: "Footnotes",
  nothingYet: "There is no article here yet.",
  authorsSite: "Website",
  articlesAbout: (name, site) => `Articles of ${site} about ${name}.`,
  articlesBy: (name, site) => `Articles by ${name} in ${site}.`,
  articlesOf: (name, site) => `${name}: articles of ${site}.`,
  subscribe: {
    title: "Subscribe",
    promise:
      "A feed brings you every new article: without an account, without e-mail, free of charge, and nobody keeps a list of who reads.",
    how: "How it works",
    getReader:
      "Get a feed reader: an app for your phone, computer or browser that collects the feeds you choose. There are free ones for every device.",
    addAddress:
      "Copy one of the addresses below into it, or follow the link beside it if a reader is installed.",
    thatIsAll: "From then on, new articles come to you by themselves, in the order in which they appear.",
    wholeSite: "Everything",
    whichFormat: "All three say the same. If in doubt, take the first.",
    open: "Open in your reader",
    scan: "Point your phone’s camera here to subscribe on your phone.",
    more: "No reader yet? How it works, and all feeds",
    inBrowser:
      "This is a feed. To subscribe, copy this page’s address into a feed reader: new articles then come to you.",
    allAtOnce: "All feeds at once",
    opml: "This OPML file holds every feed on this page. Most readers can import it.",
  },
  errors: {
    notFound: "Page not found",
    notFoundText: "There is nothing at this address. Perhaps it was mistyped.",
    gone: "No longer here",
    goneText: "What stood at this address is no longer published.",
  },
};
