import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import {
  readFeedStylesheet,
  readStylesheet,
  readTextStylesheet,
} from "../../src/command/bake/stylesheets.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { decodeMetadata } from "../../src/representation/decode-metadata.ts";
import { encodeMetadata } from "../../src/representation/encode-metadata.ts";
import { withSealedStates } from "../../src/representation/sealed-states.ts";
import { corpus, writeBenchSite } from "./corpus.ts";
import { inFolder } from "./in-folder.ts";

/** Articles in a feed. */
export const FEED_ITEMS = 50;

/** A baked site, as a KV holds it. */
export interface BakedSample {
  /** By storage key: metadata as stored, value in base64. */
  readonly values: Readonly<Record<string, { readonly metadata: unknown; readonly value: string }>>;
  /** Path of an article's page, its entity tag, and its bytes in gzip. */
  readonly page: string;
  readonly pageTag: string;
  readonly pageGzip: Uint8Array;
  /** Where the same page and the same feed stand with a later state behind them. */
  readonly sealedPage: string;
  readonly sealedFeed: string;
  /** Entity tag of `/rss.xml`. */
  readonly rssTag: string;
  /** The tag of an edition an hour older. */
  readonly olderRssTag: string;
  /** What the feed carries, for those who render it themselves. */
  readonly articles: readonly {
    readonly title: string;
    readonly url: string;
    readonly html: string;
    readonly published: number;
  }[];
}

/** How many of them changed since the edition that a client of deltas has. */
const CHANGED = 5;
/** Between two editions, in seconds. */
const HOUR = 3600;

/** Bakes a corpus whose feed has 50 items of 3.5 kB; then again, with some of them changed. */
export function bakedSample(): Promise<BakedSample> {
  return inFolder((folder) => {
    writeBenchSite(folder, FEED_ITEMS, `feed_items = ${FEED_ITEMS}\n`);
    const now = Math.floor(Date.now() / 1000);
    const older = bakeOnce(folder, EMPTY_LEDGER, now - HOUR);
    for (const { section, slug } of [...corpus(FEED_ITEMS)].slice(-CHANGED)) {
      appendFileSync(join(folder, section, `${slug}.md`), "\nOne more line.\n");
    }
    const newer = bakeOnce(folder, older.ledger, now);
    const told = [...newer.articles];
    const articles = told.map(({ title, url, published, readText }) => ({
      title,
      url,
      html: readText().html,
      published,
    }));
    const page = told[0]?.address ?? "/";
    const sealed = { sealedPage: "/sealed", sealedFeed: "/sealed.xml" };
    const values = {
      ...valuesOf(older),
      ...valuesOf(newer),
      [sealed.sealedPage]: sealedValue([newer, older], page, now),
      [sealed.sealedFeed]: sealedValue([newer], "/rss.xml", now),
    };
    return {
      values,
      page,
      pageTag: decodeMetadata(values[page]?.metadata)?.tag ?? "",
      ...sealed,
      pageGzip: Buffer.from(values[page]?.value ?? "", "base64"),
      rssTag: rssTagOf(newer),
      olderRssTag: rssTagOf(older),
      articles,
    };
  });
}

/** Bakes a folder at an instant, in seconds since 1970, with what is remembered. */
export function bakeOnce(folder: string, ledger: Ledger, now: number): BakedSite {
  const clock = () => performance.now();
  const { site, articles: sources, media } = readFolder(folder, { drafts: false });
  const styles = {
    stylesheet: readStylesheet(),
    textStylesheet: readTextStylesheet(),
    feedStylesheet: readFeedStylesheet(),
  };
  return bakeSite({ site, sources, media, ...styles, ledger, now, clock });
}

/** What a publish of this bake writes. */
function valuesOf({ documents }: BakedSite): BakedSample["values"] {
  return Object.fromEntries(
    documents.flatMap(({ key, representation }) => {
      if (representation === null) return [];
      const value = Buffer.from(representation.value).toString("base64");
      return [[key, { metadata: encodeMetadata(representation.metadata), value }]];
    }),
  );
}

/** A document of the newest bake that wrote it, with itself behind it, sealed until tomorrow. */
function sealedValue(bakes: readonly BakedSite[], address: string, now: number) {
  const written = bakes.flatMap(({ documents }) => documents);
  const found = written.find(({ key, representation }) => key === address && representation)?.representation;
  if (!found) throw new Error(`nothing is baked for ${address}`);
  const later = [{ at: now + 24 * HOUR, representation: found }];
  const { metadata, value } = withSealedStates(found, later, "0123456789abcdef");
  return { metadata: encodeMetadata(metadata), value: Buffer.from(value).toString("base64") };
}

function rssTagOf({ documents }: BakedSite): string {
  return documents.find(({ key }) => key === "/rss.xml")?.representation?.metadata.tag ?? "";
}
