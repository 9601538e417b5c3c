import type { ParsedFeed, ParsedItem } from "../feeds/parsed-feed.ts";
import { instantMs } from "../feeds/parsed-feed.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";

/** A feed that could be read, and from where. */
export interface ReadFeed {
  readonly feed: ParsedFeed;
  /** Where it was found in the end. */
  readonly url: string;
  readonly atMs: number;
}

/** An article dated later than this is shown above all others until then. */
const FARTHEST_AHEAD_MS = 24 * 3_600_000;

/** What the feed says to a reader's bookkeeping: who it is, and which of its items are new. */
export const CONTENT_CHECKS: readonly Check<ReadFeed>[] = [
  {
    name: "no-self",
    severity: "warning",
    fix: 'Name the address of the feed: atom:link rel="self", or feed_url.',
    find: ({ feed }) => when(feed.self === null, "it does not name its own address"),
  },
  {
    name: "wrong-self",
    severity: "error",
    fix: "Name the address at which the feed is served: readers that follow another one lose the feed.",
    find: ({ feed, url }) =>
      when(
        feed.self !== null && URL.parse(feed.self, url)?.href !== url,
        `it names ${feed.self} as its own address`,
      ),
  },
  {
    name: "old-version",
    severity: "notice",
    fix: "Write RSS 2.0, Atom 1.0 or JSON Feed 1.1.",
    find: ({ feed: { format, version } }) =>
      when(
        { rss: "2.0", atom: "1.0", json: "1.1" }[format] !== version,
        `its version is ${version || "missing"}`,
      ),
  },
  {
    name: "no-title",
    severity: "error",
    fix: "Give the feed a title.",
    find: ({ feed }) => when(feed.title === null, "it has no title"),
  },
  {
    name: "no-ids",
    severity: "error",
    fix: "Give every item an id that never changes (guid, id), or readers show it again and again.",
    find: ({ feed: { items } }) => counted(items, ({ id }) => id === null, "without an id"),
  },
  {
    name: "repeated-ids",
    severity: "error",
    fix: "Give every item an id of its own: readers show only one of those that share one.",
    find: ({ feed: { items } }) => {
      const ids = items.flatMap(({ id }) => id ?? []);
      const repeated = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
      return repeated.slice(0, 3).map((id) => `more than one item has the id ${id}`);
    },
  },
  {
    name: "guid-no-url",
    severity: "error",
    fix: 'Write isPermaLink="false" on a guid that is not a URL: readers open it as the article.',
    find: ({ feed: { items } }) =>
      counted(
        items,
        ({ id, idIsUrl }) => idIsUrl && id !== null && URL.parse(id) === null,
        "whose guid claims to be a URL",
      ),
  },
  {
    name: "relative-urls",
    severity: "error",
    fix: "Write whole URLs: a reader does not know the page that they are relative to.",
    find: ({ feed: { items } }) =>
      counted(items, ({ url }) => url !== null && URL.parse(url) === null, "whose link is relative"),
  },
  {
    name: "empty-items",
    severity: "warning",
    fix: "Give every item a title or some text.",
    find: ({ feed: { items } }) =>
      counted(items, ({ title, hasContent }) => title === null && !hasContent, "with neither title nor text"),
  },
  {
    name: "no-items",
    severity: "notice",
    fix: "Publish something, or leave the feed out of the page's head until then.",
    find: ({ feed: { items } }) => when(items.length === 0, "it has no items"),
  },
  {
    name: "no-dates",
    severity: "warning",
    fix: "Date every item, or readers use the time at which they first saw it.",
    find: ({ feed: { items } }) =>
      counted(items, ({ published, updated }) => published === null && updated === null, "without a date"),
  },
  {
    name: "bad-dates",
    severity: "error",
    fix: "Write Tue, 01 Jul 2025 18:00:00 GMT in RSS, 2025-07-01T18:00:00Z in Atom and JSON Feed.",
    find: ({ feed: { format, items, updated } }) => {
      const texts = [updated, ...items.flatMap((item) => [item.published, datesOf(item, format)])];
      const bad = texts.filter((text) => text !== null && instantMs(format, text) === null);
      return [...new Set(bad)].slice(0, 3).map((text) => `its date ${text} cannot be read`);
    },
  },
  {
    name: "future-dates",
    severity: "warning",
    fix: "Publish an item when its date has come: until then it stays above everything newer.",
    find: ({ feed: { format, items }, atMs }) =>
      counted(
        items,
        ({ published }) => (instantMs(format, published ?? "") ?? 0) > atMs + FARTHEST_AHEAD_MS,
        "dated more than a day ahead",
      ),
  },
];

/** RSS's own `updated` comes from other vocabularies, whose dates are theirs. */
function datesOf({ updated }: ParsedItem, format: ParsedFeed["format"]): string | null {
  return format === "rss" ? null : updated;
}

function counted(
  items: readonly ParsedItem[],
  wrong: (item: ParsedItem) => boolean,
  what: string,
): readonly string[] {
  const found = items.filter(wrong);
  const [first] = found;
  if (!first) return [];
  const example = first.title ?? first.url ?? first.id;
  return [
    `it has ${found.length} of ${items.length} items ${what}${example ? `, such as “${example}”` : ""}`,
  ];
}
