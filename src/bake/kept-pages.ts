import type { Article } from "../article/article.ts";
import { digestOf } from "../article/digest.ts";
import type { Output } from "../render/output.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { Baking } from "./bake-document.ts";
import type { BakedDocument } from "./document.ts";
import type { OpenBake } from "./open-bake.ts";

/** Knows the pages of articles that are what an earlier bake made, without a look at what they say. */
export interface KeptPages {
  /** What of an output a later bake may know it by; null where that is not all of it. */
  readonly shownOf: (output: Output) => string | null;
  /** The document as it was published; null where it has to be looked at. */
  readonly kept: (output: Output) => BakedDocument | null;
}

/**
 * A page shows its article and what stands beside that. Where each of these is as it was, and so is all
 * that pages have around them, the page is.
 */
export function keptPages(bake: OpenBake, { before, known, again }: Baking): KeptPages {
  let around: string | null = null;
  const shownIn = (article: Article, aroundPages: () => string): string => {
    around ??= digestOf([aroundPages(), aroundOf(bake)].join("\n"));
    return article.fingerprint + around;
  };
  const shownOf = ({ shows }: Output) =>
    shows?.articles[0] === undefined ? null : shownIn(shows.articles[0], shows.around);
  return {
    shownOf,
    kept(output) {
      const { key, shows } = output;
      const [found, record] = [known.get(key), before.get(key)];
      if (shows === undefined || again !== undefined || !found || found.digest !== record?.digest)
        return null;
      const isAsItWas = (one: Article) => known.get(one.address)?.shown === shownIn(one, shows.around);
      if (!shows.articles.every(isAsItWas)) return null;
      const { madeFrom, shown = null } = found;
      return { key: key as StorageKey, part: "article", record, representation: null, madeFrom, shown };
    },
  };
}

/** What decides which articles a page shows, and how, beside their fingerprints. */
function aroundOf({ settings, channels, records, articles }: OpenBake): string {
  const there = new Set(articles.map(({ ordinal }) => ordinal));
  const missing = records.flatMap(({ ordinal, beside }) => (there.has(ordinal) ? [] : [[ordinal, beside]]));
  return JSON.stringify([settings, channels, missing]);
}
