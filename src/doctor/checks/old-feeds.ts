import { isoOf } from "../../article/instant.ts";
import type { ParsedItem } from "../feeds/parsed-feed.ts";
import { instantMs, isFeed } from "../feeds/parsed-feed.ts";
import { field, httpDateMs } from "../visit/exchange.ts";
import type { MetOldFeed } from "../visit/visit.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";

/** Whether those who were subscribed to an old site notice nothing of the move. */
export const OLD_FEED_CHECKS: readonly Check<MetOldFeed>[] = [
  {
    name: "old-feed-lost",
    severity: "error",
    fix: "Publish the folder with its adopted.toml: readers give up a feed that is not there.",
    find: ({ feed }) => (isFeed(feed) ? [] : [`the feed of the old site is not there: ${feed.reason}`]),
  },
  {
    name: "old-feed-moved",
    severity: "warning",
    fix: "Let it answer there, with 200: some readers take a feed at another address for another feed.",
    find: ({ known, redirects, plain }) =>
      when(
        redirects.length > 0 && !known.address.includes("?"),
        `the feed of the old site leads on to ${plain.asked.url}`,
      ),
  },
  {
    name: "old-feed-format",
    severity: "warning",
    fix: "Serve the format that its readers had.",
    find: ({ known, feed }) =>
      isFeed(feed) ? when(feed.format !== known.format, `it was ${known.format}, and is ${feed.format}`) : [],
  },
  {
    name: "old-feed-not-newer",
    severity: "error",
    fix: "Publish once more with --renew-feeds, after the domain has been switched.",
    find: ({ known, plain, feed }) => {
      const text = field(plain, "Last-Modified");
      const at = httpDateMs(text);
      if (known.lastModified === null || at === null || !isFeed(feed)) return [];
      return when(
        at <= known.lastModified * 1000,
        `its Last-Modified ${text} is not later than that of the old site, ${isoOf(known.lastModified)}: newsboat drops what it answers`,
      );
    },
  },
  {
    name: "old-feed-id",
    severity: "warning",
    fix: "Serve it under the id that it had: adopted.toml has it.",
    find: ({ known, feed }) =>
      isFeed(feed) && feed.format === "atom" && known.id !== null
        ? when(feed.id !== known.id, `its id was ${known.id}, and is ${feed.id}`)
        : [],
  },
  {
    name: "old-feed-older-items",
    severity: "error",
    fix: "Let it start with the oldest item that its readers have: adopted.toml has its date.",
    find: ({ known, feed }) => {
      if (!isFeed(feed) || known.oldest === null) return [];
      const { oldest } = known;
      const datedMs = ({ published }: ParsedItem) =>
        published === null ? null : instantMs(feed.format, published.trim());
      const older = feed.items.filter((item) => (datedMs(item) ?? Infinity) < oldest * 1000);
      return when(
        older.length > 0,
        `it holds ${older.length} older than ${isoOf(oldest)}, the oldest that its readers had: they show as news`,
      );
    },
  },
];
