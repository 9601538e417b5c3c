import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import { readFeedStylesheet, readStylesheet } from "../../src/folder/stylesheet.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { encodeMetadata } from "../../src/representation/representation.ts";
import { writeBenchSite } from "./corpus.ts";

/** Articles in a feed. */
export const FEED_ITEMS = 50;

/** A baked site, as a KV holds it. */
export interface BakedSample {
  /** By storage key: metadata as stored, value in base64. */
  readonly values: Readonly<Record<string, { readonly metadata: unknown; readonly value: string }>>;
  /** Path of an article's page. */
  readonly page: string;
  /** Entity tag of `/rss.xml`. */
  readonly rssTag: string;
  /** What the feed carries, for those who render it themselves. */
  readonly articles: readonly {
    readonly title: string;
    readonly url: string;
    readonly html: string;
    readonly published: number;
  }[];
}

/** Bakes a corpus whose feed has 50 items of 4.5 kB. */
export function bakedSample(): BakedSample {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-bench-"));
  try {
    writeBenchSite(folder, FEED_ITEMS, `feed_items = ${FEED_ITEMS}\n`);
    const clock = () => performance.now();
    const { site, articles: sources, media } = readFolder(folder, { drafts: false, clock });
    const now = Date.UTC(2026, 0, 1) / 1000;
    const baked = bakeSite({
      site,
      sources,
      media,
      stylesheet: readStylesheet(),
      feedStylesheet: readFeedStylesheet(),
      ledger: EMPTY_LEDGER,
      now,
      clock,
    });
    const values = Object.fromEntries(
      baked.documents.flatMap(({ key, representation }) =>
        representation
          ? [
              [
                key,
                {
                  metadata: encodeMetadata(representation.metadata),
                  value: Buffer.from(representation.value).toString("base64"),
                },
              ],
            ]
          : [],
      ),
    );
    const rss = baked.documents.find(({ key }) => key === "/rss.xml")?.representation;
    const articles = baked.articles.map(({ title, url, html, published }) => ({
      title,
      url,
      html,
      published,
    }));
    return { values, page: baked.articles[0]?.address ?? "/", rssTag: rss?.metadata.tag ?? "", articles };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
