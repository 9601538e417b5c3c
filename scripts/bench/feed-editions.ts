import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import type { CorpusArticle } from "./corpus.ts";
import { corpus, writeBenchSite } from "./corpus.ts";
import { bakeOnce, FEED_ITEMS } from "./sample.ts";

/** A site whose feed has 50 items at first, and one article more with each further bake. */
export class FeedEditions {
  readonly #folder: string;
  readonly #later: CorpusArticle[];
  #ledger: Ledger = EMPTY_LEDGER;

  /** Writes the site into a folder; `articles` come later. */
  constructor(folder: string, articles: number) {
    this.#folder = folder;
    writeBenchSite(folder, FEED_ITEMS + articles, `feed_items = ${FEED_ITEMS}\n`);
    this.#later = [...corpus(FEED_ITEMS + articles)].slice(FEED_ITEMS);
    for (const article of this.#later) rmSync(this.#fileOf(article));
  }

  /** Bakes at an instant in seconds since 1970; from the second time on with one article more. */
  next(now: number): BakedSite {
    const article = this.#ledger === EMPTY_LEDGER ? undefined : this.#later.shift();
    if (article) writeFileSync(this.#fileOf(article), article.markdown);
    const site = bakeOnce(this.#folder, this.#ledger, now);
    this.#ledger = site.ledger;
    return site;
  }

  #fileOf({ section, slug }: CorpusArticle): string {
    return join(this.#folder, section, `${slug}.md`);
  }
}
