/** What pages say by themselves, in one language. Sentences are whole, so that no grammar is guessed. */
export interface Words {
  /** The language that these words are in; BCP 47. */
  readonly language: string;
  readonly skipToText: string;
  readonly sections: string;
  readonly allSections: string;
  readonly tags: string;
  readonly authors: string;
  readonly languages: string;
  readonly feeds: string;
  readonly frontPage: string;
  /** Before the names of authors. */
  readonly by: string;
  readonly updated: string;
  readonly corrected: string;
  readonly correction: string;
  /** A duration comes after it. */
  readonly readingTime: string;
  readonly attachments: string;
  readonly earlier: string;
  readonly later: string;
  /** Over headlines of articles on the same. */
  readonly related: string;
  readonly moreArticles: string;
  readonly archive: string;
  readonly table: string;
  readonly code: string;
  readonly footnotes: string;
  readonly nothingYet: string;
  readonly authorsSite: string;
  /** How many articles a channel has; `count` as the language writes numbers. */
  readonly articleCount: (count: string) => string;
  /** Of a channel, in feeds too: what a tag, an author, and any other name has in a site. */
  readonly articlesAbout: (name: string, site: string) => string;
  readonly articlesBy: (name: string, site: string) => string;
  readonly articlesOf: (name: string, site: string) => string;
  readonly subscribe: SubscribeWords;
  readonly errors: ErrorWords;
}

/** The words of the page about subscribing. */
export interface SubscribeWords {
  readonly title: string;
  readonly promise: string;
  readonly how: string;
  readonly getReader: string;
  readonly addAddress: string;
  readonly thatIsAll: string;
  /** Every article, as against one section. */
  readonly wholeSite: string;
  readonly whichFormat: string;
  /** On the one button. */
  readonly open: string;
  /** Below a code for the camera of a phone. */
  readonly scan: string;
  /** Above what is folded away. */
  readonly more: string;
  /** Above a feed that a browser shows. */
  readonly inBrowser: string;
  readonly allAtOnce: string;
  readonly opml: string;
}

/** The words of the pages where an address leads nowhere. */
export interface ErrorWords {
  readonly notFound: string;
  readonly notFoundText: string;
  readonly gone: string;
  readonly goneText: string;
}
