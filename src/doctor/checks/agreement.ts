import type { ParsedItem } from "../feeds/parsed-feed.ts";
import { instantMs } from "../feeds/parsed-feed.ts";
import type { Check } from "./check.ts";
import type { ReadFeed } from "./content.ts";

/** Two feeds that tell of the same articles in other formats. */
export interface Pair {
  readonly one: ReadFeed;
  readonly other: ReadFeed;
}

/** Whether a reader that moves from one format to the other sees the same articles. */
export const AGREEMENT_CHECKS: readonly Check<Pair>[] = [
  {
    name: "ids-differ",
    severity: "error",
    fix: "Use one id for an article in every format, or readers that switch feeds show it twice.",
    find: ({ one, other }) =>
      sameArticles(one, other)
        .filter(([a, b]) => a.id !== b.id)
        .slice(0, 3)
        .map(([a, b]) => `${a.url} has the id ${a.id} here, and ${b.id} in ${other.feed.format}`),
  },
  {
    name: "titles-differ",
    severity: "warning",
    fix: "Write the same title in every format, and escape it only once.",
    find: ({ one, other }) =>
      sameArticles(one, other)
        .filter(([a, b]) => a.title !== b.title)
        .slice(0, 3)
        .map(([a, b]) => `${a.url} is titled “${a.title}” here, and “${b.title}” in ${other.feed.format}`),
  },
  {
    name: "dates-differ",
    severity: "warning",
    fix: "Write the same instant in every format.",
    find: ({ one, other }) =>
      sameArticles(one, other)
        .filter(([a, b]) => secondsOf(one, a) !== null && secondsOf(other, b) !== null)
        .filter(([a, b]) => secondsOf(one, a) !== secondsOf(other, b))
        .slice(0, 3)
        .map(([a, b]) => `${a.url} is dated ${a.published} here, and ${b.published} in ${other.feed.format}`),
  },
  {
    name: "articles-differ",
    severity: "warning",
    fix: "Put the same articles into every format.",
    find: ({ one, other }) => {
      const missing = one.feed.items.filter(({ url }) => url && !other.feed.items.some((b) => b.url === url));
      const [first] = missing;
      return first
        ? [`${missing.length} of its articles are not in the ${other.feed.format} feed, such as ${first.url}`]
        : [];
    },
  },
];

function sameArticles({ feed: a }: ReadFeed, { feed: b }: ReadFeed): [ParsedItem, ParsedItem][] {
  const byUrl = new Map(b.items.map((item) => [item.url, item]));
  return a.items.flatMap((item): [ParsedItem, ParsedItem][] => {
    const twin = item.url === null ? undefined : byUrl.get(item.url);
    return twin ? [[item, twin]] : [];
  });
}

function secondsOf({ feed }: ReadFeed, { published }: ParsedItem): number | null {
  const at = published === null ? null : instantMs(feed.format, published);
  return at === null ? null : Math.floor(at / 1000);
}
