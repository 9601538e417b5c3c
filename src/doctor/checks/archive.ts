import { isFeed } from "../feeds/parsed-feed.ts";
import type { MetFeed } from "../visit/visit.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";
import { repeated } from "./repeated.ts";

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
      const [again] = repeated([plain.asked.url, ...archives.map(({ exchange }) => exchange.asked.url)]);
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
      const loops = repeated(archives.map(({ exchange }) => exchange.asked.url)).length > 0;
      const twice = repeated(ids).length;
      return when(!loops && twice > 0, `${twice} items are in more than one archive document`);
    },
  },
];
