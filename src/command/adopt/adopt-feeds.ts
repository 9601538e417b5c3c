import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Adopted } from "../../article/adopted.ts";
import { ADOPTED_FILE } from "../../article/adopted.ts";
import { adoptMatches } from "../../migrate/adopt/adopt-matches.ts";
import { adoptedComments } from "../../migrate/adopt/adopted-comments.ts";
import { adoptedText } from "../../migrate/adopt/adopted-text.ts";
import { matchItems } from "../../migrate/adopt/match-items.ts";
import type { OldFeed } from "../../migrate/adopt/read-old-feed.ts";
import type { AdoptReport } from "../reports/json-reports.ts";
import type { AdoptFlags } from "./adopt-flags.ts";
import type { LookedFor } from "./adopt-report.ts";
import { feedReports } from "./adopt-report.ts";
import type { Decide } from "./ask-doubtful.ts";
import type { KnownSite } from "./known-site.ts";
import { oldPlaces } from "./old-places.ts";

/** Finds the articles of old feeds, and writes what their readers know of them. */
export async function adoptFeeds(
  known: KnownSite,
  feeds: readonly OldFeed[],
  { content, dryRun }: Pick<AdoptFlags, "content" | "dryRun">,
  decide: Decide,
): Promise<Omit<AdoptReport, "addresses"> & { readonly adopted: Adopted }> {
  const looked: LookedFor[] = [];
  for (const feed of feeds) {
    const places = oldPlaces(known, feed);
    const matches = matchItems(feed.items, known.articles, places);
    const taken = new Set<(typeof matches)[number]>();
    for (const match of matches) {
      if (match.found === null) continue;
      if (match.found.isCertain || (await decide(match))) taken.add(match);
    }
    looked.push({ feed, address: (feed.url && places.feedPlace(feed.url)?.address) ?? null, matches, taken });
  }
  const adoption = adoptMatches(
    looked.map(({ feed, taken }) => ({
      feed,
      places: oldPlaces(known, feed),
      taken: [...taken].flatMap(({ item, found }) =>
        found === null ? [] : [{ item, article: found.article }],
      ),
    })),
    known.adopted,
  );
  const { articles, feeds: entries } = adoption.adopted;
  const file = join(content, ADOPTED_FILE);
  const written = existsSync(file) ? readFileSync(file, "utf8").replace(/\r\n?/g, "\n") : "";
  const text = adoptedText(adoption.adopted, adoptedComments(written, known.adopted));
  const isSame = articles.length + entries.length === 0 || written === text;
  if (!isSame && !dryRun) writeFileSync(file, text);
  return {
    adopted: adoption.adopted,
    feeds: feedReports(looked, adoption, known.site),
    file,
    became: isSame ? "unchanged" : dryRun ? "wanted" : "written",
    entries: { adopted: articles.length, feeds: entries.length },
  };
}
