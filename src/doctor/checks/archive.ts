import { isFeed } from "../feeds/parsed-feed.ts";
import type { MetFeed } from "../visit/visit.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";

/** Whether the chain of older documents can be followed to its end (RFC 5005 §4). */
export const ARCHIVE_CHECKS: readonly Check<MetFeed>[] = [
  {
    name: "broken-archive",
    severity: "error",
    fix: "Serve every document that prev-archive or next_url names, as a feed of the same format.",
    find: ({ archives, feed }) =>
      archives.flatMap(({ exchange, feed: archive }) => {
        if (!isFeed(archive)) return [`its archive ${exchange.asked.url} cannot be read: ${archive.reason}`];
        const other = isFeed(feed) && archive.format !== feed.format;
        return when(other, `its archive ${exchange.asked.url} has another format`);
      }),
  },
  {
    name: "archive-loop",
    severity: "error",
    fix: "Make each archive document name an older one, and the oldest none.",
    find: ({ archives, plain }) => {
      const urls = [plain.asked.url, ...archives.map(({ exchange }) => exchange.asked.url)];
      const again = urls.find((url, index) => urls.indexOf(url) !== index);
      return when(again !== undefined, `its archive leads back to ${again}`);
    },
  },
  {
    name: "archive-overlap",
    severity: "warning",
    fix: "Put each item into one archive document only.",
    find: ({ archives }) => {
      const ids = archives.flatMap(({ feed }) =>
        isFeed(feed) ? feed.items.flatMap(({ id }) => id ?? []) : [],
      );
      const loops = new Set(archives.map(({ exchange }) => exchange.asked.url)).size < archives.length;
      const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
      return when(
        !loops && repeated.size > 0,
        `${repeated.size} items are in more than one archive document`,
      );
    },
  },
];
