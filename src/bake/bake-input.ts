import type { Adopted } from "../article/adopted.ts";
import type { Media } from "../article/media.ts";
import type { Site } from "../article/site.ts";
import type { SocialCards } from "../article/social-card.ts";
import type { Source } from "../article/source.ts";
import type { SumSet } from "../article/sum-set.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { ArticleRecord } from "../ledger/records/article-record.ts";
import type { SheetFiles } from "./places/standard-icon.ts";
import type { RememberedArticles } from "./remembered/remembered-articles.ts";

/** All that a bake depends on. */
export interface BakeInput {
  readonly site: Site;
  /** Walked once a bake, and not kept. */
  readonly sources: Iterable<Source>;
  /** Articles that are not among them, since their files stayed as they were. */
  readonly remembered?: RememberedArticles;
  readonly media: readonly Media[];
  /** What readers of an old site know. */
  readonly adopted?: Adopted;
  /** Pictures of headlines, where the site asks for them. */
  readonly cards?: SocialCards;
  /** CSS of the pages. */
  readonly stylesheet: string;
  /** CSS of the code and formulas of articles; apart, so that only pages that have some name it. */
  readonly textStylesheet: string;
  /** CSS of the feeds. */
  readonly feedStylesheet: string;
  /** The icon of sites that have none; without it there is the drawing alone. */
  readonly sheet?: SheetFiles;
  /** Writes clean HTML as Markdown; without it HTML stays, which is Markdown too. */
  readonly toMarkdown?: (html: string) => string;
  /** What was published before, as of `now`. */
  readonly ledger: Ledger;
  /** Whether every feed gets a new edition, also those that say what they said. */
  readonly renewFeeds?: boolean;
  readonly now: EpochSeconds;
  /** Articles that have got their ids and addresses, and are not published yet. */
  readonly minted?: readonly ArticleRecord[];
  /** Sections in the head of every page, where they are chosen already: what comes by itself changes no other page. */
  readonly leadingSections?: readonly string[];
  /** What was published later than this counts as published now: others may have seen a state without it. */
  readonly renewedSince?: EpochSeconds;
  /** The host that ids begin with where neither the settings nor the ledger name one. */
  readonly idHost?: string;
  /** What an earlier bake found; it saves work and changes nothing. */
  readonly known?: SumSet;
  /** Whether nobody will remember what its articles became, which is not found out then. */
  readonly isForgotten?: boolean;
  /** Milliseconds, for the timings only. */
  readonly clock: () => number;
}
